"""Lays out a graph with graph-tool's sfdp_layout; prints its seconds and the positions, all x, then all y.

Usage: /usr/bin/python3 graphtool.py GRAPH.u32, as 32-bit numbers: nodes, edges, all sources, all targets
"""

import base64
import json
import sys
import time

import graph_tool
import numpy
from graph_tool import draw

numbers = numpy.fromfile(sys.argv[1], dtype="<u4")
count, edges = int(numbers[0]), int(numbers[1])
graph = graph_tool.Graph(directed=False)
graph.add_vertex(count)
graph.add_edge_list(numpy.stack([numbers[2:2 + edges], numbers[2 + edges:]], axis=1))
graph_tool.seed_rng(1)
numpy.random.seed(1)
wall, cpu = time.perf_counter(), time.process_time()
places = draw.sfdp_layout(graph)
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
flat = places.get_2d_array([0, 1]).astype("<f8").tobytes()
print(json.dumps({"seconds": wall, "cpu": cpu, "positions": base64.b64encode(flat).decode()}))
