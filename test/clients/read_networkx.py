"""Prints what NetworkX finds in a file as JSON, or the error with which it refuses it: read_networkx.py FORM FILE."""

import json
import sys

import networkx


def read_cytoscape(path):
    """NetworkX wants three things that Cytoscape does not write: what the graph is, `value` and `key`."""
    with open(path, encoding='utf-8') as file:
        data = json.load(file)
    data.update(directed=True, multigraph=True)
    for node in data['elements']['nodes']:
        node['data']['value'] = node['data']['id']
    for edge in data['elements']['edges']:
        edge['data']['key'] = edge['data']['id']
    return networkx.cytoscape_graph(data)


def read_nodelink(path):
    with open(path, encoding='utf-8') as file:
        return networkx.node_link_graph(json.load(file), edges='links')


READERS = {
    'graphml': lambda path: networkx.read_graphml(path, force_multigraph=True),
    'gexf': networkx.read_gexf,
    'cytoscape': read_cytoscape,
    'nodelink': read_nodelink,
}


def found(graph):
    return {
        'directed': graph.is_directed(),
        'attributes': graph.graph,
        'nodes': [[key, attributes] for key, attributes in graph.nodes(data=True)],
        'edges': [
            [key, {**attributes, 'source': source, 'target': target}]
            for source, target, key, attributes in graph.edges(keys=True, data=True)
        ],
    }


def main():
    form, path = sys.argv[1:]
    try:
        result = found(READERS[form](path))
    except networkx.NetworkXError as error:
        result = {'refused': str(error)}
    print(json.dumps(result, allow_nan=False))


main()
