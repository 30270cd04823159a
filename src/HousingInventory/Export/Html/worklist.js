'use strict';
(() => {
  const $ = id => document.getElementById(id), all = (css, from) => [...(from ?? document).querySelectorAll(css)];
  const root = document.documentElement, say = $('tools').dataset, body = $('rows'), rows = [...body.rows], svg = $('map');
  const rowOf = new Map(rows.map(r => [r.dataset.i, r])), dotOf = new Map(all('[data-i]', svg).map(d => [d.dataset.i, d]));
  const cards = all('article'), cardOf = new Map(cards.map(c => [c.dataset.i, c]));
  const text = new Map(rows.map(r => [r, r.textContent.toLowerCase()]));
  const box = svg.viewBox.baseVal, whole = [box.x, box.y, box.width, box.height], names = all('.name text', svg);
  const fields = ['q', 'loc', 'st', 'hint', 'min'], mostUnasked = 50;
  let view = [...whole], found = [];

  // The map: a view in metres, drawn by the view box; places and letters keep their size on the screen.
  const metresPerPixel = () => { const b = svg.getBoundingClientRect(); return b.width > 0 ? Math.max(view[2] / b.width, view[3] / b.height) : 0; };
  function draw() {
    svg.setAttribute('viewBox', view.map(v => v.toFixed(1)).join(' '));
    const k = metresPerPixel();
    if (k <= 0) return;
    svg.classList.toggle('far', k > 25);
    declutter(k);
    let step = 10 ** Math.floor(Math.log10(k * 110));
    step *= [5, 2, 1].find(f => f * step <= k * 110) ?? 1;
    $('bar').style.width = (step / k).toFixed(0) + 'px';
    $('metres').textContent = step < 1000 ? step + ' m' : step / 1000 + ' km';
    if ($('seen').checked) { clearTimeout(draw.later); draw.later = setTimeout(filter, 150); }
  }
  // Names come by weight; one that would lie over another waits until there is room.
  function declutter(k) {
    const taken = [];
    for (const t of names) {
      const x = +t.getAttribute('x'), y = +t.getAttribute('y'), w = t.textContent.length * 3.9 * k, h = 9 * k;
      const free = taken.every(o => Math.abs(o[0] - x) > o[2] + w || Math.abs(o[1] - y) > o[3] + h);
      t.toggleAttribute('hidden', !free);
      if (free) { taken.push([x, y, w, h]); t.style.fontSize = (13 * k).toFixed(1) + 'px'; }
    }
  }
  function zoom(f, x, y) {
    x ??= view[0] + view[2] / 2; y ??= view[1] + view[3] / 2;
    const w = Math.min(Math.max(view[2] * f, 150), whole[2] * 4);
    f = w / view[2];
    view = [x - (x - view[0]) * f, y - (y - view[1]) * f, w, view[3] * f];
    draw();
  }
  function pan(x, y) { view[0] += x * view[2]; view[1] += y * view[3]; draw(); }
  function showAll() { view = [...whole]; draw(); }
  const at = e => { const p = new DOMPoint(e.clientX, e.clientY).matrixTransform(svg.getScreenCTM().inverse()); return [p.x, p.y]; };
  function bounds(ids) {
    let a = 1 / 0, b = 1 / 0, c = -1 / 0, d = -1 / 0;
    for (const i of ids) { const o = dotOf.get(i).dataset, x = +o.x, y = +o.y; a = Math.min(a, x); b = Math.min(b, y); c = Math.max(c, x); d = Math.max(d, y); }
    const m = Math.max(c - a, d - b) * .08 + 400;
    return [a - m, b - m, c - a + 2 * m, d - b + 2 * m];
  }
  // What is seen of the map is more than the view box when the page gives it another shape.
  function inSight(i) {
    const k = metresPerPixel(), b = svg.getBoundingClientRect(), o = dotOf.get(i).dataset;
    return Math.abs(+o.x - view[0] - view[2] / 2) <= b.width * k / 2 && Math.abs(+o.y - view[1] - view[3] / 2) <= b.height * k / 2;
  }

  // One choice for table, map and cards.
  function filter() {
    const q = $('q').value.trim().toLowerCase(), loc = $('loc').value, st = $('st').value, hint = $('hint').value, min = +$('min').value || 0, seen = $('seen').checked;
    found = [];
    for (const r of rows) {
      const d = r.dataset, ok = (!q || text.get(r).includes(q)) && (!loc || d.loc === loc) && (!st || d.st === st) && (!hint || d.hint === hint) && +d.score >= min;
      dotOf.get(d.i).toggleAttribute('hidden', !ok);
      r.hidden = !ok || (seen && !inSight(d.i));
      if (!r.hidden) found.push(d.i);
    }
    const some = new Set(found);
    let shown = 0;
    for (const c of cards) { c.hidden = !some.has(c.dataset.i); if (!c.hidden) shown++; }
    $('said').textContent = found.length + ' ' + say.homes + ', ' + shown + ' ' + say.cards;
    return found;
  }
  function filterAndFit() { const ids = filter(); if (!$('seen').checked) { if (ids.length) { view = bounds(ids); draw(); } else showAll(); } }
  fields.forEach(i => $(i).addEventListener('input', filterAndFit));
  $('seen').addEventListener('change', filter);
  $('clear').addEventListener('click', () => { fields.forEach(i => { $(i).value = ''; }); $('seen').checked = false; filter(); showAll(); $('q').focus(); });
  all('th[data-sort]').forEach((th, k) => th.firstElementChild.addEventListener('click', () => {
    const up = th.getAttribute('aria-sort') !== 'ascending', number = th.dataset.sort === 'n', order = new Intl.Collator(root.lang, { numeric: true });
    all('th[aria-sort]').forEach(o => o.removeAttribute('aria-sort'));
    th.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const keys = rows.map((r, i) => { const c = r.cells[k], v = c.dataset.v ?? c.textContent; return { r, i, v: number && v !== '' ? +v : v }; });
    keys.sort((a, b) => {
      const none = (a.v === '') - (b.v === '');
      if (none || a.v === '') return none || a.i - b.i;
      const c = number ? a.v - b.v : order.compare(a.v, b.v);
      return (up ? c : -c) || a.i - b.i;
    });
    body.append(...keys.map(e => e.r));
  }));

  // One home: its row, its dot and its card.
  function pick(i, move) {
    all('.on').forEach(e => e.classList.remove('on'));
    const r = rowOf.get(i), d = dotOf.get(i);
    r.classList.add('on'); d.classList.add('on'); d.parentNode.append(d);
    if (move) { view = [+d.dataset.x - 1500, +d.dataset.y - 1500, 3000, 3000]; draw(); }
    const list = r.closest('.list'), top = r.offsetTop - list.querySelector('thead').offsetHeight;
    if (top < list.scrollTop || r.offsetTop + r.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = top - 60;
    const c = r.cells;
    $('what').textContent = c[0].textContent + '. ' + (c[4].textContent || c[3].textContent);
    $('which').textContent = [c[1].textContent, c[3].textContent, c[2].textContent].join(' · ');
    $('open').hidden = !cardOf.has(i);
    $('pick').hidden = false; $('pick').dataset.i = i;
    $('said').textContent = say.shown + ' ' + c[0].textContent + ', ' + c[1].textContent;
  }
  function toggle(card, open) {
    card.classList.toggle('open', open);
    card.querySelector('h3 button').setAttribute('aria-expanded', open);
    if (open) here(card);
  }
  function openCard(i) {
    const card = cardOf.get(i);
    toggle(card, true);
    card.scrollIntoView({ block: 'start' });
    card.querySelector('h3 button').focus({ preventScroll: true });
  }
  cards.forEach(card => card.querySelector('h3 button').addEventListener('click', () => toggle(card, !card.classList.contains('open'))));
  $('every').addEventListener('click', () => { const open = cards.some(c => !c.hidden && !c.classList.contains('open')); cards.forEach(c => { if (!c.hidden) toggle(c, open); }); });
  body.addEventListener('click', e => {
    const go = e.target.closest('[data-go]'), a = e.target.closest('a');
    if (go) pick(go.dataset.go, true);
    else if (a) { e.preventDefault(); const i = a.closest('tr').dataset.i; pick(i, false); openCard(i); }
  });
  all('article [data-go]').forEach(b => b.addEventListener('click', () => { pick(b.dataset.go, true); svg.scrollIntoView({ block: 'center' }); svg.focus(); }));
  $('open').addEventListener('click', () => openCard($('pick').dataset.i));
  function letGo() { $('pick').hidden = true; all('.on').forEach(e => e.classList.remove('on')); }
  $('shut').addEventListener('click', () => { letGo(); svg.focus(); });
  addEventListener('keydown', e => { if (e.key === 'Escape') letGo(); });
  function follow() { const card = cards.find(c => '#' + c.id === location.hash); if (card) openCard(card.dataset.i); }
  addEventListener('hashchange', follow);

  // Hands on the map.
  $('in').addEventListener('click', () => zoom(.6)); $('out').addEventListener('click', () => zoom(1 / .6)); $('whole').addEventListener('click', showAll);
  all('.layers input').forEach(t => t.addEventListener('change', () => svg.classList.toggle('no-' + t.value, !t.checked)));
  svg.addEventListener('wheel', e => { e.preventDefault(); zoom(e.deltaY < 0 ? .8 : 1.25, ...at(e)); }, { passive: false });
  svg.addEventListener('keydown', e => {
    const way = { ArrowLeft: [-.15, 0], ArrowRight: [.15, 0], ArrowUp: [0, -.15], ArrowDown: [0, .15] }[e.key];
    if (way) pan(...way); else if (e.key === '+' || e.key === '=') zoom(.6); else if (e.key === '-') zoom(1 / .6); else if (e.key === '0') showAll(); else return;
    e.preventDefault();
  });
  const held = new Map();
  let drag = null, moved = false;
  const spread = () => { const [a, b] = [...held.values()]; return Math.hypot(a[0] - b[0], a[1] - b[1]); };
  function grab() { const p = [...held.values()][0]; drag = held.size === 1 ? [...p, ...view] : null; if (held.size === 2) grab.apart = spread(); }
  svg.addEventListener('pointerdown', e => { held.set(e.pointerId, [e.clientX, e.clientY]); moved = held.size > 1; grab(); });
  svg.addEventListener('pointermove', e => {
    if (!held.has(e.pointerId)) return;
    held.set(e.pointerId, [e.clientX, e.clientY]);
    if (held.size === 2) {
      const apart = spread(), [a, b] = [...held.values()];
      if (apart > 0 && grab.apart > 0) zoom(grab.apart / apart, ...at({ clientX: (a[0] + b[0]) / 2, clientY: (a[1] + b[1]) / 2 }));
      grab.apart = apart;
    } else if (drag) {
      const k = svg.getScreenCTM().a, x = (e.clientX - drag[0]) / k, y = (e.clientY - drag[1]) / k;
      if (Math.abs(x * k) + Math.abs(y * k) > 4) { moved = true; if (!svg.hasPointerCapture(e.pointerId)) svg.setPointerCapture(e.pointerId); }
      view = [drag[2] - x, drag[3] - y, drag[4], drag[5]];
      draw();
    }
  });
  for (const end of ['pointerup', 'pointercancel']) svg.addEventListener(end, e => { held.delete(e.pointerId); if (held.size) grab(); else drag = null; });
  svg.addEventListener('click', e => { const g = !moved && e.target.closest('[data-i]'); if (g) pick(g.dataset.i, false); });
  addEventListener('resize', draw);

  // Small maps: what of the large one lies in a box, so that a sheet of paper carries its own surroundings and no more.
  let pieces = null;
  function cut() {
    pieces = [];
    for (const layer of ['town', 'water', 'minor', 'major', 'line', 'stop', 'serv']) {
      for (const p of all('path.' + layer + ',g.' + layer + ' path', svg)) {
        const point = layer === 'stop' || layer === 'serv';
        for (const d of p.getAttribute('d').split('M').filter(Boolean)) {
          const n = d.match(/-?[\d.]+/g).map(Number), xs = [n[0]], ys = [n[1]];
          if (!point) for (let i = 2; i + 1 < n.length; i += 2) { xs.push(xs.at(-1) + n[i]); ys.push(ys.at(-1) + n[i + 1]); }
          pieces.push({ layer, xs, ys, area: d.endsWith('z'), css: p.getAttribute('class') ?? '', name: point ? p.textContent : '', box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] });
        }
      }
    }
  }
  const tag = (name, set, into) => { const e = document.createElementNS(svg.namespaceURI, name); for (const a in set) e.setAttribute(a, set[a]); into?.append(e); return e; };
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
  // A map of width and height in metres per letter height; ids are the homes to draw, with their rank when there are several.
  function small(view, ids, letter) {
    if (!pieces) cut();
    const b = [view[0], view[1], view[0] + view[2], view[1] + view[3]], map = tag('svg', { viewBox: view.join(' '), class: 'map', 'aria-hidden': 'true', preserveAspectRatio: 'xMidYMid slice' });
    const groups = new Map();
    for (const p of pieces) {
      if (p.box[2] < b[0] || p.box[0] > b[2] || p.box[3] < b[1] || p.box[1] > b[3]) continue;
      if (p.layer === 'stop' || p.layer === 'serv' || p.layer === 'line') {
        if (!groups.has(p.layer)) groups.set(p.layer, tag('g', { class: p.layer }));
        tag('path', { d: p.layer === 'line' ? line(p, b) : 'M' + p.xs[0] + ' ' + p.ys[0] + 'h.01', class: p.css }, groups.get(p.layer));
        if (p.layer !== 'line') groups.set('word', [...(groups.get('word') ?? []), p]);
      } else groups.set(p.layer, (groups.get(p.layer) ?? '') + line(p, b));
    }
    for (const layer of ['town', 'water', 'minor', 'major', 'line', 'stop', 'serv']) {
      const g = groups.get(layer);
      if (typeof g === 'string') tag('path', { d: g, class: layer }, map); else if (g) map.append(g);
    }
    const homes = tag('g', { class: 'home' }, map), taken = [];
    for (const i of ids) {
      const d = dotOf.get(i), g = tag('g', { class: d.getAttribute('class').replace('on', '').trim() }, homes);
      for (let n = 0; n < 2; n++) tag('path', { d: 'M' + d.dataset.x + ' ' + d.dataset.y + 'h.01' }, g);
      taken.push([+d.dataset.x, +d.dataset.y, letter * .6, letter * .6]);
    }
    const word = (what, x, y) => {
      const w = what.length * letter * .28, h = letter * .55;
      if (x - w < b[0] || x + w > b[2] || taken.some(o => Math.abs(o[0] - x) < o[2] + w && Math.abs(o[1] - y) < o[3] + h)) return;
      taken.push([x, y, w, h]);
      tag('text', { x, y: y + letter * .35, 'text-anchor': 'middle', style: 'font-size:' + letter + 'px' }, map).textContent = what;
    };
    if (ids.length > 1) for (const i of ids) { const d = dotOf.get(i).dataset; word(rowOf.get(i).cells[0].textContent, +d.x, +d.y - letter * 1.25); }
    for (const p of groups.get('word') ?? []) word(p.name.split(':')[0], p.xs[0], p.ys[0] + letter * 1.2);
    return map;
  }
  function here(card) {
    const into = card.querySelector('.here'), d = dotOf.get(card.dataset.i).dataset;
    if (!into.firstChild) into.append(small([+d.x - 1050, +d.y - 690, 2100, 1380], [card.dataset.i], 62));
  }

  // Paper: one page a home or one a locality, of what is filtered. More than fifty are printed only when somebody has said so; printing past the button keeps that.
  let agreed = false;
  const chosen = () => cards.filter(c => !c.hidden);
  function places() {
    const into = $('places'), by = new Map();
    into.replaceChildren();
    for (const r of body.rows) if (!r.hidden) by.set(r.dataset.loc, [...(by.get(r.dataset.loc) ?? []), r]);
    for (const [loc, list] of [...by].sort((a, b) => new Intl.Collator(root.lang).compare(a[0], b[0]))) {
      const part = document.createElement('section'), head = document.createElement('h2'), table = document.createElement('table');
      head.textContent = loc + ' – ' + list.length + ' ' + say.homes;
      const thead = table.createTHead(), row = thead.insertRow(), tbody = table.createTBody();
      // The heading says the locality, and the last column is a button.
      const said = (_, k, cells) => k !== 3 && k < cells.length - 1;
      for (const th of all('thead th', body.parentNode).filter(said)) { const c = document.createElement('th'); c.textContent = th.textContent; c.className = th.className; row.append(c); }
      for (const r of list) { const copy = tbody.insertRow(); for (const c of [...r.cells].filter(said)) { const to = copy.insertCell(); to.textContent = c.textContent; to.className = c.className; } }
      let b = bounds(list.map(r => r.dataset.i)), grow = Math.max(b[2] / 182, b[3] / 88) * 182;
      b = [b[0] + b[2] / 2 - grow / 2, b[1] + b[3] / 2 - grow * 44 / 182, grow, grow * 88 / 182];
      part.append(head, small(b, list.map(r => r.dataset.i), grow / 58), table);
      into.append(part);
    }
  }
  addEventListener('beforeprint', () => {
    const list = chosen(), byPlace = agreed && $('sheet').value === 'places', most = agreed ? list.length : Math.min(list.length, mostUnasked);
    root.classList.toggle('print-places', byPlace);
    $('paper').textContent = !byPlace && most < list.length ? say.some.replace('#', most).replace('#', list.length) : '';
    if (byPlace) places();
    else list.forEach((c, i) => { c.classList.toggle('left', i >= most); c.classList.toggle('last', i === most - 1); if (i < most) here(c); });
  });
  addEventListener('afterprint', () => {
    agreed = false;
    root.classList.remove('print-places');
    cards.forEach(c => c.classList.remove('left', 'last'));
    $('places').replaceChildren();
  });
  $('print').addEventListener('click', () => {
    const byPlace = $('sheet').value === 'places', n = byPlace ? new Set(rows.filter(r => !r.hidden).map(r => r.dataset.loc)).size : chosen().length;
    if (n > mostUnasked && !confirm((byPlace ? say.askPlaces : say.ask).replace('#', n))) return;
    agreed = true;
    window.print();
  });

  root.classList.add('js');
  all('.script').forEach(e => { e.hidden = false; });
  filter();
  draw();
  follow();
})();
