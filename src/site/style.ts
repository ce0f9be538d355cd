/** The one stylesheet of the site, inside of every page; no page loads anything. */
import { createHash } from 'node:crypto';

export const STYLE = [
  ':root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--back:#fff;--card:#f6f8fa;--link:#0b57b0;--mark:#8a4600;--alarm:#a40e26}',
  '@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#a0abb6;--line:#3b434c;--back:#0f1419;--card:#171d24;--link:#79b8ff;--mark:#f0b35e;--alarm:#ff9a94}}',
  '*{box-sizing:border-box}',
  'body{margin:0 auto;padding:0 1rem 3rem;max-width:46rem;color:var(--ink);background:var(--back);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}',
  'a{color:var(--link);text-underline-offset:.15em}',
  'header,footer{padding:.75rem 0;color:var(--soft);font-size:.9rem}',
  'footer{border-top:1px solid var(--line);margin-top:2.5rem}',
  'header{border-bottom:1px solid var(--line)}',
  'h1{font-size:1.75rem;line-height:1.2;margin:1.5rem 0 .25rem}',
  'h2{font-size:1.25rem;margin:2.25rem 0 .5rem}',
  'h3{font-size:1rem;margin:1.5rem 0 .4rem;color:var(--soft)}',
  'h2::first-letter,h3::first-letter{text-transform:uppercase}',
  'p{margin:.4rem 0}ul{margin:.3rem 0;padding-left:1.2rem}li{margin:.2rem 0}',
  '.kind,.state,.where,.why{color:var(--soft);font-size:.9rem}',
  'code{font-size:.85em}',
  'article{border:1px solid var(--line);border-left:.3rem solid var(--link);border-radius:.3rem;background:var(--card);padding:.55rem .8rem;margin:.6rem 0}',
  'article:target,li:target,section:target{outline:2px solid var(--link);outline-offset:2px}',
  'article.off{border-style:dashed;border-left:.3rem dashed var(--mark);background:none}',
  '.value{font-size:1.1rem;font-weight:600}.off .value{font-weight:400}.off .value,span.off{font-style:italic}.beside{font-size:.9rem;font-style:normal}',
  '.mark{color:var(--mark);font-weight:600;font-style:normal}',
  '.alarm{color:var(--alarm);font-weight:600}',
  '.self{float:right;margin-left:.6rem;color:var(--soft);font-size:.85rem}',
  'aside,.against{border-left:.15rem solid var(--mark);padding-left:.7rem;margin:.5rem 0}',
  '.against{border-color:var(--alarm)}',
  'dl{margin:.3rem 0}dl div{display:flex;gap:.5rem;margin:.15rem 0}dt{color:var(--soft);min-width:9.5rem}dd{margin:0}',
  'blockquote{margin:.5rem 0 0;padding-left:.7rem;border-left:.15rem solid var(--line);font:1.08rem/1.45 Georgia,serif}',
  '.names{columns:15rem;list-style:none;padding:0}.names li{margin:0;padding:.15rem 0;break-inside:avoid}',
  '@media(max-width:30rem){dl div{display:block}}',
].join('');

/** What the policy of a page allows: this stylesheet and nothing else (guards.md G18). */
export const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;
