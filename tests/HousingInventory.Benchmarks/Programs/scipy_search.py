"""One multi-source search with scipy's compiled Dijkstra, timed again and again beside the product.

Usage: scipy_search.py GRAPH, where GRAPH is written by AccessBench: int32 nodes, arcs, sources, then int32 indptr, int32 heads, float64 metres, int32 sources
stdin:  one line "run" for each search; answer: its nanoseconds
        one line "write FILE": the distances of all nodes as float64, infinity where no source reaches
"""
import sys
import time

import numpy
import scipy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

with open(sys.argv[1], "rb") as file:
    nodes, arcs, sources = numpy.fromfile(file, numpy.int32, 3)
    indptr = numpy.fromfile(file, numpy.int32, nodes + 1)
    heads = numpy.fromfile(file, numpy.int32, arcs)
    metres = numpy.fromfile(file, numpy.float64, arcs)
    starts = numpy.fromfile(file, numpy.int32, sources)
graph = csr_matrix((metres, heads, indptr), shape=(nodes, nodes))
print(scipy.__version__, flush=True)
for line in sys.stdin:
    if line.startswith("write "):
        dijkstra(graph, directed=True, indices=starts, min_only=True).tofile(line[6:].strip())
        print("written", flush=True)
    else:
        begin = time.perf_counter_ns()
        dijkstra(graph, directed=True, indices=starts, min_only=True)
        print(time.perf_counter_ns() - begin, flush=True)
