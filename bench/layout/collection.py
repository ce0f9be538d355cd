"""Saves a graph of graph-tool's collection as 32-bit numbers: nodes, edges, all sources, all targets.

Usage: /usr/bin/python3 collection.py NAME OUT
"""

import sys

import numpy
from graph_tool import collection

name, out = sys.argv[1:]
graph = collection.data[name]
edges = graph.get_edges()
header = numpy.array([graph.num_vertices(), len(edges)])
numpy.concatenate([header, edges[:, 0], edges[:, 1]]).astype("<u4").tofile(out)
