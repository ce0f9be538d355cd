"""Reads Turtle and N-Quads with rdflib and compares the two.

Usage: read_rdf.py NAME TURTLE NQUADS
"""

import sys

from rdflib import Dataset, Graph
from rdflib.compare import isomorphic


def main():
    name, turtle_path, nquads_path = sys.argv[1:]
    turtle = Graph().parse(turtle_path, format='turtle')
    dataset = Dataset(default_union=True)
    dataset.parse(nquads_path, format='nquads')
    nquads = Graph()
    for subject, predicate, object_, _graph in dataset.quads((None, None, None, None)):
        nquads.add((subject, predicate, object_))
    with open(nquads_path, encoding='utf-8', newline='\n') as file:
        lines = sum(1 for _ in file)
    say(f'{name}: rdflib reads {lines} triples from the Turtle', len(turtle) == lines, len(turtle))
    say(f'{name}: rdflib reads {lines} triples from the N-Quads', len(nquads) == lines, len(nquads))
    apart = [f'only in the Turtle: {triple}' for triple in list(turtle - nquads)[:5]]
    apart += [f'only in the N-Quads: {triple}' for triple in list(nquads - turtle)[:5]]
    say(f'{name}: rdflib finds Turtle and N-Quads isomorphic', isomorphic(turtle, nquads), *apart)


def say(line, passed, *detail):
    print(f'ok {line}' if passed else ' :: '.join([f'FAIL {line}', *(str(one).replace('\n', ' ') for one in detail)]))


main()
