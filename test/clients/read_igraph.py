"""Prints what igraph finds in a GraphML file as JSON: read_igraph.py FILE."""

import json
import math
import sys

import igraph


def main():
    graph = igraph.Graph.Read_GraphML(sys.argv[1])
    ids = graph.vs['id']
    result = {
        'directed': graph.is_directed(),
        'attributes': {name: graph[name] for name in graph.attributes()},
        'nodes': [[vertex['id'], present(vertex)] for vertex in graph.vs],
        'edges': [
            [edge['id'], {**present(edge), 'source': ids[edge.source], 'target': ids[edge.target]}]
            for edge in graph.es
        ],
    }
    print(json.dumps(result, allow_nan=False))


def present(element):
    """igraph has a value for everybody: an empty text or NaN where the file has none, and False."""
    return {
        name: value
        for name, value in element.attributes().items()
        if name != 'id' and value != '' and not (isinstance(value, float) and math.isnan(value))
    }


main()
