// One choice for table, map and paper, kept in the address bar.
const fields = { q: '', loc: '', st: '', hint: '', conf: '', min: '', max: '', by: '', most: '' }, status = $('said');
const lower = [];
const haystack = i => lower[i] ??= ['ref', 'locality', 'address', 'postal_address', 'property', 'note'].map(n => text(n, i)).join(' ').toLowerCase() + ' ' + data.refs[i].toLowerCase();
function filter() {
  const q = $('q').value.trim().toLowerCase(), is = (id, name) => { const v = $(id).value, c = columns.get(name); return v && c ? i => value(c, i) === v : null; };
  const min = $('min').value === '' ? null : +$('min').value, max = $('max').value === '' ? null : +$('max').value, most = $('most').value === '' ? null : +$('most').value, far = columns.get($('by').value);
  const tests = [
    is('loc', 'locality'), is('st', 'state'), is('hint', 'holiday_home_hint'), is('conf', 'confidence'), min === null ? null : i => ranking.score[i] >= min, max === null ? null : i => ranking.score[i] <= max,
    most === null || !far ? null : i => { const v = value(far, i); return v !== null && v <= most; }, q ? i => haystack(i).includes(q) : null, $('seen').checked ? inSight() : null,
  ].filter(Boolean);
  found = ranking.order.filter(i => tests.every(t => t(i)));
  sort();
  status.textContent = fill(words.found, number(found.length, 0), number(count, 0));
}
const unseen = () => !$('seen').checked;
function filterAndFit() { filter(); if (unseen()) { if (found.length) { view = bounds(found); draw(); } else showAll(); } else draw(); keep(); }
for (const id in fields) $(id).addEventListener('input', later(filterAndFit));
$('seen').addEventListener('change', () => { filter(); draw(); keep(); });
onView = () => { if (!unseen()) { clearTimeout(onView.later); onView.later = setTimeout(() => { filter(); }, 150); } };
$('clear').addEventListener('click', () => {
  for (const id in fields) $(id).value = id === 'by' ? fields.by : '';
  $('seen').checked = false;
  filter(); showAll(); keep(); $('q').focus();
});

// One home: its row, its dot and its sheet.
function pick(i, move) {
  picked = i;
  if (move) showHome(i); else draw();
  bring(i);
  $('what').textContent = ranking.rank[i] + '. ' + (text('address', i) || text('locality', i));
  $('which').textContent = [data.refs[i], text('locality', i), number(ranking.score[i], 1)].join(' \u00b7 ');
  $('pick').hidden = false;
  status.textContent = fill(words.onTheMap, ranking.rank[i], data.refs[i]);
}
function letGo() { $('pick').hidden = true; picked = -1; draw(); rows.from = -1; rows(); }
$('open').addEventListener('click', () => openCard(picked));
$('shut').addEventListener('click', () => { letGo(); svg.focus({ preventScroll: true }); });
addEventListener('keydown', e => { if (e.key === 'Escape') letGo(); });

// Weights: each slider scores and ranks anew, with the same sums as a run.
const sliders = all('#weights input');
function weigh(weights) {
  ranking = rescore(weights);
  sliders.forEach((s, k) => { s.value = weights[k]; s.nextElementSibling.textContent = sv ? weights[k].replace('.', ',') : weights[k]; });
  const differs = moved();
  $('lines').textContent = pasteLines();
  // Where all homes are on the list none can come onto it, so those are told that have another place in the order.
  $('moved').textContent = !differs ? words.unmoved : data.top < count ? fill(words.moved, ranking.order.slice(0, data.top).filter(i => i >= data.top).length, data.top)
    : fill(words.movedAll, ranking.order.filter((i, place) => i !== place).length, count);
  $('reset').disabled = !differs;
  filter();
  draw();
  if (opened >= 0) $('card').replaceChildren(card(opened, false));
}
const weighSoon = later(() => { weigh(sliders.map((s, k) => +s.value === +Number(configured[k]).toFixed(1) ? configured[k] : String(+s.value))); keep(); });
sliders.forEach(s => s.addEventListener('input', weighSoon));
$('reset').addEventListener('click', () => { weigh(configured); keep(); });
$('copy-lines').addEventListener('click', () => copy(pasteLines(), words.copiedLines));

// The address bar.
function state() {
  const set = new URLSearchParams();
  for (const id in fields) if ($(id).value !== fields[id]) set.set(id, $(id).value);
  if ($('seen').checked) set.set('seen', '1');
  if (sorting.by !== 'rank' || !sorting.up) set.set('sort', (sorting.up ? '' : '-') + sorting.by);
  if (moved()) set.set('w', ranking.weights.join(','));
  if (opened >= 0) set.set('home', data.refs[opened]);
  return set.toString();
}
let kept;
function keep() {
  clearTimeout(keep.later);
  // Where somebody has gone elsewhere meanwhile, that counts.
  keep.later = setTimeout(() => { if (location.hash !== kept) return; const now = state(); if (now !== kept.slice(1)) history.replaceState(null, '', '#' + now); kept = location.hash; }, 120);
}
function follow() {
  kept = location.hash;
  const set = new URLSearchParams(location.hash.slice(1)), w = (set.get('w') ?? '').split(',');
  for (const id in fields) $(id).value = set.get(id) ?? fields[id];
  $('seen').checked = set.get('seen') === '1';
  const by = (set.get('sort') ?? 'rank').replace(/^-/, '');
  if (heads.includes(by)) sorting = { by, up: !(set.get('sort') ?? '').startsWith('-') };
  weigh(w.length === criteria.length && w.every(t => /^\d{1,6}(\.\d{1,6})?$/.test(t)) ? w : configured);
  if (found.length && found.length < count && unseen()) { view = bounds(found); draw(); }
  const home = positionOf.get(set.get('home'));
  if (home !== undefined) { pick(home, true); openCard(home); }
}
addEventListener('hashchange', () => { if (location.hash.slice(1) !== state()) follow(); else kept = location.hash; });

root.classList.add('js');
all('.script').forEach(e => { e.hidden = false; });
fields.by = $('by').value;
follow();
// For whoever asks from the browser's console, as the tests do: what the page shows now.
globalThis.workList = { order: () => ranking.order.map(i => data.refs[i]), shown: () => sorted.map(i => data.refs[i]), score: ref => ranking.score[positionOf.get(ref)], view: () => [...view], lines: pasteLines };
