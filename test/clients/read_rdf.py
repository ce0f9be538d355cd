"""Reads RDF files with one of the Python programs and writes what it found as N-Quads.

Usage: read_rdf.py rdflib|pyoxigraph|pyld
Standard input has a job a line, its words parted by tabs: task, format, input file, output file. Standard output has
a line for each job, in order: `ok`, or what the program complained about. Tasks: `read`; `load`, into a store that is
then read (pyoxigraph only).
"""

import json
import logging
import os
import sys
import tempfile
import warnings


def lines_of(path):
    with open(path, encoding='utf-8', newline='\n') as file:
        return [line for line in file.read().split('\n') if line]


def rdflib_reader():
    import rdflib

    rdflib.NORMALIZE_LITERALS = False  # otherwise `033.50` is read as `33.50`

    names = {'turtle': 'turtle', 'trig': 'trig', 'ntriples': 'nt', 'nquads': 'nquads', 'jsonld': 'json-ld'}

    def read(_task, form, path, _folder):
        dataset = rdflib.Dataset()
        if form == 'ndjsonld':
            for line in lines_of(path):
                dataset.parse(data=line, format='json-ld')
        else:
            dataset.parse(path, format=names[form])
        return '\n'.join(quad(*terms) for terms in dataset.quads())

    def quad(*terms):
        return ' '.join(term_of(term) for term in terms if term not in (None, default)) + ' .'

    def term_of(term):
        if not isinstance(term, rdflib.Literal):
            return term.n3()
        text = json.dumps(str(term), ensure_ascii=False).replace('\x7f', '\\u007F')
        if term.language:
            return f'{text}@{term.language}'
        return f'{text}^^{term.datatype.n3()}' if term.datatype else text

    default = rdflib.graph.DATASET_DEFAULT_GRAPH_ID
    return read


def pyoxigraph_reader():
    import pyoxigraph

    formats = {
        'turtle': pyoxigraph.RdfFormat.TURTLE,
        'trig': pyoxigraph.RdfFormat.TRIG,
        'ntriples': pyoxigraph.RdfFormat.N_TRIPLES,
        'nquads': pyoxigraph.RdfFormat.N_QUADS,
        'jsonld': pyoxigraph.RdfFormat.JSON_LD,
        'ndjsonld': pyoxigraph.RdfFormat.JSON_LD,
    }

    def read(task, form, path, folder):
        if task == 'load':
            store = pyoxigraph.Store(tempfile.mkdtemp(dir=folder))
            store.bulk_load(path=path, format=formats[form])
            return written(iter(store))
        if form == 'ndjsonld':
            return ''.join(written(pyoxigraph.parse(line, format=formats[form])) for line in lines_of(path))
        return written(pyoxigraph.parse(path=path, format=formats[form]))

    def written(quads):
        return pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS).decode()

    return read


def pyld_reader():
    from pyld import jsonld

    def no_loader(url, _options):
        raise ValueError(f'asks for {url}')

    options = {'format': 'application/n-quads', 'documentLoader': no_loader}

    def read(_task, form, path, _folder):
        texts = lines_of(path) if form == 'ndjsonld' else ['\n'.join(lines_of(path))]
        return ''.join(jsonld.to_rdf(json.loads(text), options) for text in texts)

    return read


def main():
    warnings.simplefilter('error')
    warnings.simplefilter('ignore', DeprecationWarning)  # of the programs about themselves
    logged = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: logged.append(record.getMessage())
    logging.getLogger().addHandler(handler)
    read = {'rdflib': rdflib_reader, 'pyoxigraph': pyoxigraph_reader, 'pyld': pyld_reader}[sys.argv[1]]()
    for job in sys.stdin.read().splitlines():
        task, form, path, out = job.split('\t')
        logged.clear()
        try:
            with open(out, 'w', encoding='utf-8', newline='\n') as file:
                file.write(read(task, form, path, os.path.dirname(out)))
            complaint = '; '.join(logged)
        except Exception as error:  # whatever a reader throws is its refusal
            complaint = f'{type(error).__name__}: {error}'
        print(' '.join(complaint.split())[:2000] if complaint else 'ok')


main()
