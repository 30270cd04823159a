// The tool's own arithmetic: score = sum of weight times points / sum of weights, in whole numbers, so that nothing is ever rounded before the order is known.
// Weights are texts as a configuration holds them ("2", "0.5"); the finest decimal among them is the unit.
function rescore(weights) {
  const decimals = Math.max(...weights.map(w => (w.split('.')[1] ?? '').length), 0);
  const whole = weights.map(w => { const [a, b = ''] = w.split('.'); return BigInt(a + b.padEnd(decimals, '0')); });
  const counted = criteria.map((c, k) => k).filter(k => whole[k] > 0n && !criteria[k].without);
  const all = counted.reduce((sum, k) => sum + whole[k], 0n);
  // Doubles are exact up to 2^53; beyond that the same sums are taken with numbers of any length.
  const safe = all * 4000n < 9007199254740992n, n = safe ? Number : BigInt, total = n(all), two = n(2);
  const w = whole.map(n), sums = new Array(count).fill(n(0)), most = new Array(count).fill(n(0));
  for (const k of counted) {
    const { points, unknown } = criteria[k], full = n(1000);
    for (let i = 0; i < count; i++) {
      sums[i] += w[k] * n(points[i]);
      most[i] += w[k] * (unknown[i] === '1' ? full : n(points[i]));
    }
  }
  // Tenths of a point, halves away from zero.
  const tenths = sum => { if (all === 0n) return 0; const up = two * sum + total, by = two * total; return safe ? Math.floor(up / by) : Number(up / by); };
  const order = Array.from({ length: count }, (_, i) => i), { fails, tie } = data.rank;
  order.sort((a, b) => fails[a] - fails[b] || (sums[b] > sums[a] ? 1 : sums[b] < sums[a] ? -1 : 0) || byMeasures(a, b, whole) || tie[a] - tie[b]);
  const rank = new Array(count), first = new Array(count), last = new Array(count);
  order.forEach((i, place) => { rank[i] = place + 1; });
  for (let from = 0; from < count;) {
    let to = from + 1;
    while (to < count && sums[order[to]] === sums[order[from]] && fails[order[to]] === fails[order[from]]) to++;
    for (let p = from; p < to; p++) { first[order[p]] = from + 1; last[order[p]] = to; }
    from = to;
  }
  return { weights, whole, counted, sums, order, rank, first, last, score: sums.map(s => tenths(s) / 10), scoreMax: most.map(s => tenths(s) / 10), share: whole.map((v, k) => all > 0n && counted.includes(k) ? Number(v) / Number(all) : 0) };
}
// Homes of the same sum go by what was measured, the heaviest criterion first, where the run does.
function byMeasures(a, b, whole) {
  for (const k of measureOrder(whole)) {
    const d = criteria[k].order[a] - criteria[k].order[b];
    if (d) return d;
  }
  return 0;
}
function measureOrder(whole) {
  if (measureOrder.of !== whole) {
    measureOrder.of = whole;
    measureOrder.keys = criteria.map((c, k) => k).filter(k => criteria[k].order && whole[k] > 0n && !criteria[k].without).sort((x, y) => (whole[y] > whole[x] ? 1 : whole[y] < whole[x] ? -1 : x - y));
  }
  return measureOrder.keys;
}
const configured = criteria.map(c => c.weight);
let ranking = rescore(configured);
// What a criterion gives a home, in points of the score.
const gives = (k, i) => ranking.share[k] * criteria[k].points[i] / 10;
const isTied = i => ranking.first[i] !== ranking.last[i];
const tied = i => isTied(i) ? fill(words.tied, ranking.first[i] + '\u2013' + ranking.last[i]) : '';
const classOf = score => { const k = data.classes.findIndex(c => score >= c.from); return k < 0 ? data.classes.length - 1 : k; };
const moved = () => ranking.weights.some((w, k) => w !== configured[k]);
// The criteria as the configuration is to hold them, with the comma that a member before others needs.
const pasteLines = () => '"criteria": [\n' + criteria.map((c, k) => '  ' + c.config.replace('"weight":@', '"weight": ' + ranking.weights[k])).join(',\n') + '\n],';
