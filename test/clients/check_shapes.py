"""Checks RDF files against SHACL shapes with pySHACL.

Standard input has a job a line, its words parted by tabs: the word `conforms`, format (turtle or ntriples), data,
shapes. Standard output has a line for each job, in order: `ok`, or why the data does not conform.
"""

import sys

import pyshacl
import rdflib


def main():
    shapes = {}
    for job in sys.stdin.read().splitlines():
        _task, form, data_path, shapes_path = job.split('\t')
        if shapes_path not in shapes:
            shapes[shapes_path] = rdflib.Graph().parse(shapes_path, format='turtle')
        data = rdflib.Graph().parse(data_path, format={'turtle': 'turtle', 'ntriples': 'nt'}[form])
        conforms, _graph, text = pyshacl.validate(data, shacl_graph=shapes[shapes_path], abort_on_first=True)
        print('ok' if conforms else f'does not conform: {" ".join(text.split())[:2000]}', flush=True)


main()
