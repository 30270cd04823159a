// Small maps: what of the large one lies in a box, so that a sheet of paper carries its own surroundings and no more.
let pieces = null;
const grounds = ['town', 'water', 'coast', 'minor', 'major', 'line'];
function cut() {
  pieces = [];
  for (const name of grounds) {
    for (const p of all(`path.${name},g.${name} path`, svg)) {
      for (const d of p.getAttribute('d').split('M').filter(Boolean)) {
        const n = d.match(/-?[\d.]+/g).map(Number), xs = [n[0]], ys = [n[1]];
        for (let i = 2; i + 1 < n.length; i += 2) { xs.push(xs.at(-1) + n[i]); ys.push(ys.at(-1) + n[i + 1]); }
        pieces.push({ name, xs, ys, area: d.endsWith('z'), box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] });
      }
    }
  }
}
function line(p, b) {
  if (p.area) return 'M' + p.xs.map((x, i) => x + ' ' + p.ys[i]).join('L') + 'z';
  let d = '', last = false;
  for (let i = 1; i < p.xs.length; i++) {
    const near = Math.max(p.xs[i - 1], p.xs[i]) >= b[0] && Math.min(p.xs[i - 1], p.xs[i]) <= b[2] && Math.max(p.ys[i - 1], p.ys[i]) >= b[1] && Math.min(p.ys[i - 1], p.ys[i]) <= b[3];
    if (near) d += (last ? '' : 'M' + p.xs[i - 1] + ' ' + p.ys[i - 1]) + 'L' + p.xs[i] + ' ' + p.ys[i];
    last = near;
  }
  return d;
}
// Every dot has its number: beside it where there is room, else further out at the end of a line.
function numbered(into, ids, letter, b) {
  const room = new Room();
  for (const i of ids) room.taken.push([map.x[i], map.y[i], letter * .4, letter * .4]);
  for (const i of ids) {
    const word = String(ranking.rank[i]), w = word.length * letter * .3, h = letter * .5, x = map.x[i], y = map.y[i];
    let spot = null;
    for (let ring = 1; !spot && ring < 40; ring++) {
      for (let turn = 0; !spot && turn < 16; turn++) {
        const a = (turn * 2 + ring % 2) * Math.PI / 16, r = letter * (.55 + ring * .5), px = x + Math.cos(a) * (r + w * .6), py = y + Math.sin(a) * r;
        if (px - w > b[0] && px + w < b[2] && py - h > b[1] && py + h < b[3] && room.take(px, py, w, h)) spot = [px, py, ring];
      }
    }
    spot ??= [x, y, 1];
    if (spot[2] > 1) svgTag('path', { d: `M${x} ${y}L${spot[0].toFixed(1)} ${spot[1].toFixed(1)}`, class: 'lead' }, into);
    svgTag('text', { x: spot[0].toFixed(1), y: (spot[1] + letter * .35).toFixed(1), 'text-anchor': 'middle', class: 'place', style: `font-size:${letter}px` }, into).textContent = word;
  }
}
// A map of a box in metres; a letter is so many metres high. ids are the homes to draw, with their places if asked for.
function small(box, ids, letter, places = false) {
  if (!pieces) cut();
  const b = [box[0], box[1], box[0] + box[2], box[1] + box[3]], into = svgTag('svg', { viewBox: box.map(v => v.toFixed(1)).join(' '), class: 'map', 'aria-hidden': 'true', style: `aspect-ratio:${box[2].toFixed(1)}/${box[3].toFixed(1)}` });
  const paths = new Map(), room = new Room(), k = letter / 13;
  for (const p of pieces) if (!(p.box[2] < b[0] || p.box[0] > b[2] || p.box[3] < b[1] || p.box[1] > b[3])) paths.set(p.name, (paths.get(p.name) ?? '') + line(p, b));
  for (const name of grounds) if (paths.has(name)) svgTag('path', { d: paths.get(name), class: name }, into);
  const stops = map.stops.filter(s => within(b, s[0], s[1])), services = map.services.filter(s => within(b, s[0], s[1]));
  const far = letter > 200;
  if (!far) for (const [x, y, kind] of stops) mark(svgTag('g', { class: 'stop' }, into), map.looks.stops[kind], x, y, k);
  if (!far) for (const [x, y, kind] of services) mark(svgTag('g', { class: 'serv' }, into), map.looks.services[kind], x, y, k);
  const homes = svgTag('g', { class: 'home' }, into);
  for (const i of [...ids].reverse()) {
    const g = svgTag('g', { class: 's' + classOf(ranking.score[i]) }, homes);
    svgTag('circle', { cx: map.x[i], cy: map.y[i], r: (letter * .4).toFixed(1) }, g);
    room.taken.push([map.x[i], map.y[i], letter * .6, letter * .6]);
  }
  const word = (what, x, y, css, turn) => {
    const w = what.length * letter * .28, h = letter * .55;
    if (x - w < b[0] || x + w > b[2] || y - h < b[1] || y + h > b[3] || !room.take(x, y, w, h)) return;
    svgTag('text', { x, y, dy: '.35em', 'text-anchor': 'middle', class: css, style: `font-size:${(letter * (css === 'street' ? .8 : 1)).toFixed(1)}px`, ...(turn ? { transform: `rotate(${turn} ${x} ${y})` } : {}) }, into).textContent = what;
  };
  if (places) numbered(homes, ids, letter, b);
  if (!far) for (const [x, y, , name] of stops) word(name, x, y + letter * 1.2, 'named');
  if (!far) for (const [name, x, y, angle, length] of map.roads) if (length > name.length * letter * .5 && within(b, x, y)) word(name, x, y, 'street', angle);
  furniture(into, b, letter);
  return into;
}
// Scale bar and north, in the lower left corner.
function furniture(into, b, letter) {
  let step = 10 ** Math.floor(Math.log10((b[2] - b[0]) * .25));
  step *= [5, 2, 1].find(f => f * step <= (b[2] - b[0]) * .25) ?? 1;
  const x = b[0] + letter * .6, y = b[3] - letter * .6, g = svgTag('g', { class: 'scalebar' }, into), words = step < 1000 ? step + ' m' : step / 1000 + ' km';
  svgTag('path', { d: `M${x} ${y - letter * .35}v${letter * .35}h${step}v${-letter * .35}` }, g);
  svgTag('text', { x: x + step / 2, y: y - letter * .45, 'text-anchor': 'middle', style: `font-size:${(letter * .85).toFixed(1)}px` }, g).textContent = words;
  const nx = b[2] - letter, ny = b[1] + letter * 2.1;
  svgTag('path', { d: `M${nx} ${ny - letter * 1.7}l${letter * .45} ${letter * 1.2}l${-letter * .45} ${-letter * .3}l${-letter * .45} ${letter * .3}z`, class: 'north' }, g);
  svgTag('text', { x: nx, y: ny + letter * .35, 'text-anchor': 'middle', style: `font-size:${letter.toFixed(1)}px` }, g).textContent = 'N';
}
const legend = () => { const l = $('key').cloneNode(true); l.removeAttribute('id'); return l; };

// Paper: one page a home or one a locality, of what is filtered, in the order of the table. More than fifty are printed only when somebody has said so; printing
// past the button keeps that.
const mostUnasked = 50, paper = $('paper');
let agreed = false, only = null;
const byPlace = () => agreed && !only && $('sheet').value === 'places';
function localities() {
  const by = new Map();
  for (const i of sorted) { const l = text('locality', i); by.set(l, [...(by.get(l) ?? []), i]); }
  return [...by].sort((a, b) => collator.compare(a[0], b[0]));
}
function placePage([name, ids]) {
  let b = bounds(ids);
  const grow = Math.max(b[2] / 182, b[3] / 88) * 182, heads = ['rank', 'ref', 'address', 'property', 'score', 'state'].filter(n => columns.has(n) && (n !== 'state' || ids.some(i => text(n, i))));
  b = [b[0] + b[2] / 2 - grow / 2, b[1] + b[3] / 2 - grow * 44 / 182, grow, grow * 88 / 182];
  const stop = i => { const t = criteria.map(c => c.told?.[i]?.stop).find(Boolean); return t ? `${string(t[0])}, ${number(t[1], 0)} m` : ''; };
  const order = [...ids].sort((x, y) => ranking.rank[x] - ranking.rank[y]);
  return make('section', { class: 'place-page' }, make('h2', {}, `${name} \u2013 ${ids.length} ${words.homes}`), small(b, order, grow / 62, true), legend(),
    make('table', {}, make('thead', {}, make('tr', {}, heads.map(n => make('th', { class: columns.get(n).number ? 'n' : null }, columns.get(n).label)), make('th', {}, words.nearestStop), ticks.map(t => make('th', {}, t)), make('th', {}, words.condition))),
      make('tbody', {}, order.map(i => make('tr', {}, heads.map(n => make('td', { class: columns.get(n).number ? 'n' : null }, n === 'state' && !text(n, i) ? '' : cell(n, i))), make('td', {}, stop(i)), ticks.map(() => make('td', { class: 'tickbox' }, '\u2610')), make('td', {}, '1 2 3 4 5'))))));
}
function homePage(i) {
  const page = card(i, true);
  page.querySelector('.here').append(legend());
  return page;
}
addEventListener('beforeprint', () => {
  const list = only ?? sorted, most = agreed ? list.length : Math.min(list.length, mostUnasked);
  $('limit').textContent = !byPlace() && most < list.length ? fill(words.some, most, list.length) : '';
  paper.replaceChildren(...(byPlace() ? localities().map(placePage) : list.slice(0, most).map(homePage)));
});
addEventListener('afterprint', () => { agreed = false; only = null; paper.replaceChildren(); $('limit').textContent = ''; });
function printThese(ids) { only = ids; agreed = true; window.print(); }
$('print').addEventListener('click', () => {
  const places = $('sheet').value === 'places', n = places ? localities().length : sorted.length;
  if (n > mostUnasked && !confirm(fill(places ? words.askPlaces : words.ask, n))) return;
  agreed = true;
  window.print();
});
