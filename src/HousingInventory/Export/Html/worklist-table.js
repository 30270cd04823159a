// The table: as many rows as there are, and only those in sight exist.
const list = $('list'), body = $('rows'), rowHeight = 34, heads = all('th[data-col]', list).map(th => th.dataset.col);
let found = Array.from({ length: count }, (_, i) => i), sorted = found, sorting = { by: 'rank', up: true };
// Columns that follow from the weights are not those that the run wrote.
const live = {
  rank: i => ranking.rank[i], score: i => ranking.score[i], score_max: i => ranking.scoreMax[i], ref: i => data.refs[i],
};
const key = name => live[name] ?? (i => value(columns.get(name), i));
const cell = (name, i) => name === 'rank' ? number(ranking.rank[i], 0) : name === 'ref' ? data.refs[i] : live[name] ? number(live[name](i), 1) : text(name, i);

function sort() {
  const { by, up } = sorting, get = key(by), keys = new Map(found.map(i => [i, get(i)])), none = v => v === null || v === undefined || v === '';
  sorted = [...found].sort((a, b) => {
    const x = keys.get(a), y = keys.get(b);
    if (none(x) || none(y)) return none(x) - none(y) || ranking.rank[a] - ranking.rank[b];
    const c = typeof x === 'number' ? x - y : collator.compare(x, y);
    return (up ? c : -c) || ranking.rank[a] - ranking.rank[b];
  });
  all('th[data-col]', list).forEach(th => { if (th.dataset.col === by) th.setAttribute('aria-sort', up ? 'ascending' : 'descending'); else th.removeAttribute('aria-sort'); });
  list.querySelector('table').setAttribute('aria-rowcount', sorted.length + 1);
  rows.from = -1;
  rows();
}
function rows() {
  const head = list.querySelector('thead').offsetHeight, most = Math.ceil(list.clientHeight / rowHeight) + 12;
  const from = Math.max(0, Math.min(Math.floor((list.scrollTop - head) / rowHeight) - 6, sorted.length - most)), to = Math.min(sorted.length, Math.max(0, from) + most);
  if (rows.from === from && rows.to === to) return;
  const active = document.activeElement?.closest?.('#rows tr')?.dataset.i, control = active && (document.activeElement.matches('a') ? 'a' : 'button');
  rows.from = from; rows.to = to;
  body.replaceChildren(...[space(from), ...sorted.slice(from, to).map((i, n) => row(i, from + n)), space(sorted.length - to)].filter(Boolean));
  if (active) body.querySelector(`tr[data-i="${active}"] ${control}`)?.focus({ preventScroll: true });
}
const space = n => n > 0 ? make('tr', { class: 'space', 'aria-hidden': 'true', style: `height:${n * rowHeight}px` }, make('td', { colspan: heads.length + 1 })) : null;
function row(i, place) {
  const tr = make('tr', { 'data-i': i, class: 's' + classOf(ranking.score[i]) + (i === picked ? ' on' : ''), 'aria-rowindex': place + 2 });
  for (const name of heads) {
    const column = columns.get(name), td = make('td', { class: column.number ? 'n' : null });
    if (name === 'ref') td.append(make('a', { href: '#home=' + data.refs[i], 'data-open': i }, data.refs[i]));
    else if (name === 'score') td.append(make('span', { class: 'dot' }), cell(name, i));
    else if (name === 'rank' && isTied(i)) td.append(make('span', { class: 'tie' }, tied(i)), ' ' + cell(name, i));
    else td.append(cell(name, i));
    tr.append(td);
  }
  tr.append(make('td', {}, make('button', { type: 'button', 'data-go': i, 'aria-label': fill(words.showOnMap, data.refs[i]) }, words.show)));
  return tr;
}
function bring(i) {
  const place = sorted.indexOf(i);
  if (place < 0) return;
  const top = place * rowHeight;
  if (top < list.scrollTop || top + 3 * rowHeight > list.scrollTop + list.clientHeight) list.scrollTop = Math.max(0, top - 2 * rowHeight);
  rows.from = -1;
  rows();
}
list.addEventListener('scroll', later(rows), { passive: true });
all('th[data-col] button', list).forEach(b => b.addEventListener('click', () => {
  const by = b.parentNode.dataset.col;
  sorting = { by, up: sorting.by === by ? !sorting.up : true };
  sort();
  keep();
}));
body.addEventListener('click', e => {
  const go = e.target.closest('[data-go]'), a = e.target.closest('[data-open]');
  if (go) pick(+go.dataset.go, true);
  else if (a) { e.preventDefault(); pick(+a.dataset.open, false); openCard(+a.dataset.open); }
});
