/** The panel of problems lies over everything else. */
export const STYLE = [
  '#problems{position:fixed;inset:auto 0 0;max-height:45vh;overflow:auto;z-index:1000;padding:.75rem 1rem}',
  '#problems{background:#5c0a14;color:#fff;font:.9rem/1.45 system-ui,sans-serif;overflow-wrap:anywhere}',
  '#problems h2{margin:0 0 .5rem;font-size:1rem}#problems p{margin:.5rem 0}',
  '#problems small{display:block;color:#ffd9d5;font-size:inherit}',
].join('');
