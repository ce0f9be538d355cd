"""Reads a GraphML file with NetworkX and igraph and compares each with the laid-out JSON of the same graph.

Usage: read_graphs.py NAME JSON GRAPHML STRICT_GRAPHML
The two formats say the same but for the rules in `nodes_expected` and `edges_expected`: they are those of docs and
src/formats/compare.ts, told again here on purpose.
"""

import json
import math
import re
import sys

import igraph
import networkx


def nodes_expected(graph):
    return {node['key']: node_expected(node['attributes']) for node in graph['nodes']}


def node_expected(attributes):
    expected = flat(attributes)
    expected['label'] = one_line(attributes['label'])
    colour = expected.pop('color')
    for part, at in (('r', 1), ('g', 3), ('b', 5)):
        expected[part] = int(colour[at:at + 2], 16)
    return expected


def edges_expected(graph):
    expected = {}
    for edge in graph['edges']:
        attributes = flat(edge['attributes'])
        attributes.pop('color')
        attributes['interaction'] = attributes['kind']
        attributes['label'] = one_line(attributes['label'])
        expected[edge['key']] = (edge['source'], edge['target'], attributes)
    return expected


def flat(attributes):
    """Lists are joined with `;`, and nothing is written of an empty text."""
    joined = {
        name: ';'.join(item.replace(';', ',') for item in value) if isinstance(value, list) else value
        for name, value in attributes.items()
    }
    return {name: value for name, value in joined.items() if value != ''}


def one_line(text):
    return re.sub(r'\r\n|[\t\n\r]', ' ', text)


def graph_expected(graph):
    attributes = graph['attributes']
    expected = {name: attributes[name] for name in ('title', 'description', 'licence', 'base') if name in attributes}
    expected['layout_seed'] = attributes['layout']['seed']
    expected['facts_written'] = attributes['facts']['written']
    return expected


def read_with_networkx(path):
    graph = networkx.read_graphml(path, force_multigraph=True)
    if not graph.is_directed():
        raise ValueError('the graph is not directed')
    nodes = {key: dict(attributes) for key, attributes in graph.nodes(data=True)}
    edges = {
        key: (source, target, without(attributes, 'id'))
        for source, target, key, attributes in graph.edges(keys=True, data=True)
    }
    return graph.graph, nodes, edges, (graph.number_of_nodes(), graph.number_of_edges())


def read_with_igraph(path):
    graph = igraph.Graph.Read_GraphML(path)
    if not graph.is_directed():
        raise ValueError('the graph is not directed')
    ids = graph.vs['id']
    nodes = {vertex['id']: without(present(vertex.attributes()), 'id') for vertex in graph.vs}
    edges = {
        edge['id']: (ids[edge.source], ids[edge.target], without(present(edge.attributes()), 'id'))
        for edge in graph.es
    }
    return {name: graph[name] for name in graph.attributes()}, nodes, edges, (graph.vcount(), graph.ecount())


def present(attributes):
    """igraph has a value for everybody: an empty text, NaN or False where the file has none."""
    return {
        name: value
        for name, value in attributes.items()
        if value is not None and value != '' and not (isinstance(value, float) and math.isnan(value))
    }


def without(attributes, name):
    return {key: value for key, value in attributes.items() if key != name}


def compare(read, path, expected, knows_absent_truth):
    attributes, nodes, edges, counts = read(path)
    wanted_nodes, wanted_edges = nodes_expected(expected), edges_expected(expected)
    yield from differ('counts', (len(expected['nodes']), len(expected['edges'])), counts)
    yield from differ('node ids', sorted(wanted_nodes), sorted(nodes))
    yield from differ('edge ids', sorted(wanted_edges), sorted(edges))
    for name, value in graph_expected(expected).items():
        yield from differ(f'graph {name}', value, attributes.get(name))
    for key, wanted in wanted_nodes.items():
        found = dict(nodes.get(key, {}))
        name, labels = found.pop('name', ''), found.pop('labels', '')
        if not name.startswith(wanted['label']):
            yield f'node {key}: the name {name!r} does not begin with its label'
        yield from differ(f'node {key} labels', wanted['kind'], labels.split(':')[-1])
        yield from same(f'node {key}', wanted, found, knows_absent_truth)
    yield from differ('names', len(nodes), len({node.get('name') for node in nodes.values()}))
    for key, (source, target, wanted) in wanted_edges.items():
        found_source, found_target, found = edges.get(key, (None, None, {}))
        yield from differ(f'edge {key}', (source, target), (found_source, found_target))
        yield from same(f'edge {key}', wanted, found, knows_absent_truth)


def same(what, wanted, found, knows_absent_truth):
    for name in sorted(wanted.keys() | found.keys()):
        if not knows_absent_truth and name not in wanted and found[name] is False:
            continue
        yield from differ(f'{what} {name}', wanted.get(name), found.get(name))


def differ(what, wanted, found):
    # 1 and 1.0 are equal in Python, and so are 1 and True: the truth of a thing is no number.
    if wanted != found or isinstance(wanted, bool) != isinstance(found, bool):
        yield f'{what}: {str(found)[:300]!r}, where {str(wanted)[:300]!r} is expected'


def main():
    name, json_path, graphml, strict = sys.argv[1:]
    with open(json_path, encoding='utf-8') as file:
        expected = json.load(file)
    for program, read, knows_absent_truth in (
        ('networkx', read_with_networkx, True),
        ('igraph', read_with_igraph, False),
    ):
        for form, path in (('GraphML', graphml), ('strict GraphML', strict)):
            wrong = list(compare(read, path, expected, knows_absent_truth))
            counted = f'{len(expected["nodes"])} nodes and {len(expected["edges"])} edges'
            line = f'{name}: {program} reads the {form} as the JSON, {counted}'
            print(f'ok {line}' if not wrong else ' :: '.join([f'FAIL {line}', *wrong[:10], f'{len(wrong)} in all']))


main()
