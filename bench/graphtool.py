"""Saves a GraphML file again with graph-tool; prints the CPU seconds of the fastest of some saves, and what it held.

Usage: python3 graphtool.py FILE.graphml OUT.graphml ROUNDS
"""

import json
import sys
import time

import graph_tool
from graph_tool.all import load_graph

source, target, rounds = sys.argv[1:]
graph = load_graph(source)
best = float("inf")
for _ in range(int(rounds)):
    before = time.process_time()
    graph.save(target, fmt="graphml")
    best = min(best, time.process_time() - before)
values = len(graph.vp) * graph.num_vertices() + len(graph.ep) * graph.num_edges()
print(json.dumps({
    "version": graph_tool.__version__.split()[0],
    "seconds": best,
    "nodes": graph.num_vertices(),
    "edges": graph.num_edges(),
    "values": values,
}))
