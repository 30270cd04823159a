// A home's sheet, built when somebody wants to see it. What is empty takes no room.
const about = ['address', 'address_source', 'property', 'locality', 'purpose', 'footprint_m2', 'candidates_on_property', 'others_registered', 'holiday_home_hint', 'position'];
const followed = ['state', 'contacted_on', 'inspected_on', 'condition', 'note'];
const string = n => data.strings[n];

function facts(names, i, css) {
  const lines = names.map(n => [columns.get(n), text(n, i)]).filter(l => l[0] && l[1] !== '');
  return lines.length ? make('dl', { class: css }, lines.map(([c, v]) => make('div', {}, make('dt', {}, c.label), make('dd', {}, v)))) : null;
}
// What a home has above another in the order, by what each criterion gives; the largest differences first.
function against(i, j) {
  return ranking.counted.map(k => ({ k, d: gives(k, i) - gives(k, j) })).filter(p => Math.abs(p.d) >= .05).sort((a, b) => Math.abs(b.d) - Math.abs(a.d) || a.k - b.k);
}
const measured = (k, i) => { const c = criteria[k], v = text(c.name, i); return v || text(c.name + '_missing', i).toLowerCase(); };
const bare = label => label.endsWith(')') ? label.slice(0, label.lastIndexOf('(')).trimEnd() : label;
const unit = label => label.endsWith(')') ? '\u00a0' + label.slice(label.lastIndexOf('(') + 1, -1) : '';
const said = (k, i) => {
  const v = columns.has(criteria[k].name) ? value(columns.get(criteria[k].name), i) : null;
  return v === null ? measured(k, i) : number(v, Math.abs(v) >= 100 ? 0 : columns.get(criteria[k].name).decimals) + unit(criteria[k].label);
};
const signed = d => (d < 0 ? '\u2212' : '+') + number(Math.abs(d), 1);
function why(i) {
  const place = ranking.rank[i], next = ranking.order[place], before = ranking.order[place - 2], lines = [];
  const compare = (first, second) => {
    const all = against(first, second), tell = p => `${bare(criteria[p.k].label)} ${said(p.k, first)} ${words.to} ${said(p.k, second)} (${signed(p.d)})`;
    const good = all.filter(p => p.d > 0).slice(0, 3).map(tell), bad = all.filter(p => p.d < 0).slice(0, 2).map(tell);
    return !all.length ? words.equal : (good.length ? good.join('; ') : words.sumDiffers) + (bad.length ? '; ' + words.inSpite + ' ' + bad.join('; ') : '');
  };
  const other = j => make('a', { href: '#home=' + data.refs[j], on: e => { e.preventDefault(); pick(j, false); openCard(j); } }, `${words.no} ${ranking.rank[j]} (${data.refs[j]})`);
  const must = (a, b) => data.rank.fails[a] !== data.rank.fails[b];
  if (next !== undefined) lines.push(make('p', { class: 'versus' }, make('strong', {}, words.before, ' ', other(next), ' ', words.because, ' '), must(i, next) ? words.musts : compare(i, next), '.'));
  if (before !== undefined) lines.push(make('p', { class: 'versus' }, make('strong', {}, words.after, ' ', other(before), ' ', words.because, ' '), must(before, i) ? words.mustNot : compare(before, i), '.'));
  return lines;
}
// One bar: each criterion takes the room of its weight, filled as far as its points go.
function bar(i) {
  return make('div', { class: 'stack', role: 'img', 'aria-label': fill(words.barSays, number(ranking.score[i], 1)) }, ranking.counted.map((k, n) =>
    make('span', { class: 'part p' + n % 2, style: `width:${(100 * ranking.share[k]).toFixed(2)}%`, title: `${bare(criteria[k].label)}: ${number(gives(k, i), 1)} / ${number(100 * ranking.share[k], 1)}` },
      make('i', { style: `width:${(criteria[k].points[i] / 10).toFixed(1)}%` }))));
}
// Paper has room for one page, and leaves out what else a criterion says. On a telephone the headings are away, and each cell bears its own.
function measures(i, onPaper) {
  const head = [words.measure, words.measured, words.points, words.weight, words.gives, ...onPaper ? [] : [words.more]];
  const rows = criteria.map((c, k) => {
    const more = c.more.map(n => columns.get(n)).filter(m => m && !(c.told && c.told[i] && /_(best|failing)$/.test(m.name))).map(m => [m.label, shown(m, i)]).filter(m => m[1] !== '').map(m => m.join(': ')).join('; ');
    const known = c.unknown[i] !== '1', weighed = ranking.counted.includes(k), p = c.points[i] / 10;
    if (!measured(k, i) && !more) return null;
    return make('tr', {}, make('th', { scope: 'row' }, c.label), make('td', { class: 'n', 'data-label': words.measured }, measured(k, i)),
      make('td', { class: 'n', 'data-label': words.points }, known ? number(p, 0) : '\u2013'), make('td', { class: 'n', 'data-label': words.weight }, weighed ? (sv ? ranking.weights[k].replace('.', ',') : ranking.weights[k]) : words.notScored),
      make('td', { class: 'pts', 'data-label': words.gives }, weighed ? [make('span', { class: 'bar', 'aria-hidden': 'true' }, make('span', { style: `width:${p}%` })), number(gives(k, i), 1)] : '\u2013'), onPaper ? null : make('td', {}, more));
  }).filter(Boolean);
  return make('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-label': words.measures }, make('table', {}, make('thead', {}, make('tr', {}, head.map((h, n) => make('th', { scope: 'col', class: n > 0 && n < 4 ? 'n' : null }, h)))), make('tbody', {}, rows)));
}
function journey([homeward, leave, walk, rides, last, arrive]) {
  const li = (...inside) => make('li', {}, ...inside), b = s => make('b', {}, clock(s)), go = s => s > 0 ? li(`${words.walk} ${minutes(s)}`) : null;
  let now = leave + walk;
  return make('ol', { class: 'way' }, li(b(leave), ' ' + (homeward ? words.leaveThere : words.leaveHome)), go(walk), rides.map(([line, from, depart, to, arrives]) => {
    const wait = depart - now;
    now = arrives;
    return [wait > 0 ? li(`${words.wait} ${minutes(wait)}`) : null, li(make('span', { class: 'chip' }, string(line)), b(depart), ` ${string(from)} \u2013 `, b(arrives), ' ' + string(to))];
  }), go(last), li(b(arrive), ' ' + (homeward ? words.home : words.there)));
}
function told(i) {
  const near = make('div', { class: 'near' }), rest = [];
  for (const c of criteria) {
    const t = c.told?.[i];
    if (!t) continue;
    if (t.stop) {
      const [name, walkM, lines, departures, first, last] = t.stop;
      near.append(make('div', { class: 'told' }, make('h3', {}, words.nearestStop), make('p', {}, make('strong', {}, string(name)),
        fill(words.stopWalk, number(walkM, 0), minutes(walkM / data.metresPerMinute * 60)), ' ', lines.map(l => make('span', { class: 'chip' }, string(l))),
        fill(words.stopTraffic, number(departures, 0), clock(first), clock(last)))));
    }
    if (t.journey) near.append(make('div', { class: 'told' }, make('h3', {}, bare(c.label)), journey(t.journey)));
    if (t.errands) rest.push(make('div', { class: 'told' }, make('h3', {}, bare(c.label)), make('ul', { class: 'errands' }, t.errands.map(([title, reason]) => make('li', {},
      make('span', { class: reason < 0 ? 'yes' : 'no', 'aria-hidden': 'true' }, reason < 0 ? '\u2713' : '\u2717'), make('span', { class: 'heard' }, reason < 0 ? words.works : words.fails),
      string(title) + (reason < 0 ? '' : ': ' + string(reason))))),
      t.best ? [make('p', { class: 'best' }, make('strong', {}, words.suchDay + ' '), string(t.best[0])), ...t.best.slice(1).map(journey)] : []));
  }
  return [near.firstChild ? near : null, ...rest];
}
const ticks = [...words.ticks];
function visit(i) {
  const id = n => `v${i}-${n}`, box = (n, label, type, name, val) => make('span', { class: 'box' }, make('input', { type, id: id(n), name, value: val, autocomplete: 'off' }), make('label', { for: id(n) }, label));
  const part = make('fieldset', { class: 'visit' }, make('legend', {}, words.visit), make('div', { class: 'boxes' }, ticks.map((t, n) => box('t' + n, t, 'checkbox', null, t))),
    make('div', { class: 'boxes', role: 'radiogroup', 'aria-label': words.condition }, make('b', {}, words.condition), [1, 2, 3, 4, 5].map(n => box('c' + n, String(n), 'radio', 'v' + i, n)), make('span', { class: 'soft' }, words.conditionEnds)));
  part.append(make('button', { type: 'button', class: 'screen', on: () => {
    const told = all('input:checked', part), condition = told.find(t => t.type === 'radio')?.value ?? '';
    copy([data.refs[i], '', '', data.today, condition, told.filter(t => t.type === 'checkbox').map(t => t.value).join(', ')].join('\t'), words.copiedVisit);
  } }, words.copyVisit), make('p', { class: 'soft screen' }, words.notKept));
  return part;
}
// The clipboard where the browser gives it, else by the way of a field that is selected.
async function copy(what, done) {
  try { await navigator.clipboard.writeText(what); } catch {
    const field = make('textarea', { class: 'heard', 'aria-hidden': 'true' });
    field.value = what;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  copy.last = what;
  $('said').textContent = done;
}
function card(i, onPaper) {
  const address = text('address', i), position = text('position', i), link = data.mapLinks?.[i], robust = data.robust?.[i];
  const title = address || text('locality', i), id = 'card' + i;
  const head = make('header', {}, make('h2', { id, tabindex: '-1' }, make('span', { class: 'n' }, ranking.rank[i] + '. '), title), make('p', { class: 'under' },
    make('span', { class: 'ref' }, data.refs[i]), make('span', {}, text('locality', i)), text('state', i) ? make('span', { class: 'state' }, text('state', i)) : null,
    make('span', { class: 'score' }, make('span', { class: 'dot' }), number(ranking.score[i], 1) + ' ' + words.pointsWord), isTied(i) ? make('span', { class: 'tie' }, tied(i)) : null));
  const step = (by, label) => { const j = sorted[sorted.indexOf(i) + by]; return make('button', { type: 'button', disabled: j === undefined, on: () => { pick(j, false); openCard(j); } }, label); };
  const hands = onPaper ? null : make('p', { class: 'hands' }, step(-1, words.previous), step(1, words.next), make('button', { type: 'button', on: () => { pick(i, true); svg.scrollIntoView({ block: 'center' }); svg.focus({ preventScroll: true }); } }, words.onMap),
    address ? make('button', { type: 'button', on: () => copy([address, text('postal_address', i)].filter(Boolean).join(', '), words.copied) }, words.copyAddress) : null,
    position ? make('a', { href: 'geo:' + position.replace(', ', ',') }, words.openMap) : null, link ? make('a', { href: link, rel: 'noreferrer' }, words.municipalMap) : null,
    make('button', { type: 'button', on: () => printThese([i]) }, words.printThis), make('button', { type: 'button', on: shutCard }, words.close));
  const atMost = ranking.scoreMax[i] > ranking.score[i] ? ' ' + fill(words.atMost, number(ranking.scoreMax[i], 1)) : '';
  const status = make('p', {}, make('strong', {}, text('status', i)), text('reason', i) ? ': ' + text('reason', i) : '', '. ', words.confidence + ' ', text('confidence', i).toLowerCase(), data.doubts[i] ? ` (${string(data.doubts[i] - 1)})` : '', '.', atMost);
  const firm = robust && !moved() ? make('p', {}, make('span', { class: 'bar', 'aria-hidden': 'true' }, make('span', { style: robust[0] })), robust[1]) : null;
  const fails = text('fails', i) ? make('p', { class: 'warn' }, columns.get('fails').label + ': ' + text('fails', i)) : null;
  const notes = facts(followed, i, 'wider');
  const view = onPaper ? [map.x[i] - 1050, map.y[i] - 600, 2100, 1200] : [map.x[i] - 900, map.y[i] - 600, 1800, 1200];
  return make('article', { class: 's' + classOf(ranking.score[i]), 'data-i': i, 'aria-labelledby': id }, head, hands,
    make('div', { class: 'top' }, make('div', {}, status, fails, firm, bar(i), onPaper ? why(i)[0] : [why(i), facts(about, i)]), make('div', { class: 'here' }, small(view, [i], 62))), onPaper ? facts(about, i, 'wider') : null,
    told(i), make('h3', {}, words.measures), measures(i, onPaper), notes ? [make('h3', {}, columns.get('state').label), notes] : null, visit(i), onPaper ? make('div', { class: 'pen' }, words.notes) : null);
}
function openCard(i) {
  $('card').replaceChildren(card(i, false));
  $('card').hidden = false;
  opened = i;
  keep();
  $('card' + i).focus({ preventScroll: true });
  $('card').scrollIntoView({ block: 'start' });
}
let opened = -1;
function shutCard() { $('card').hidden = true; $('card').replaceChildren(); const i = opened; opened = -1; keep(); bring(i); body.querySelector(`[data-open="${i}"]`)?.focus(); }
