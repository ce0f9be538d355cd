/** The panel of problems stands below everything else, and takes its room. */
export const STYLE = [
  'body{display:flex;flex-direction:column}#viewer{flex:1;width:100%;min-height:0;height:auto!important}',
  '#problems{flex:none;max-height:45vh;overflow:auto;padding:.75rem 1rem}',
  '#problems{background:#5c0a14;color:#fff;font:.9rem/1.45 system-ui,sans-serif;overflow-wrap:anywhere}',
  '#problems h2{margin:0 0 .5rem;font-size:1rem}#problems p{margin:.5rem 0}',
  '#problems small{display:block;color:#ffd9d5;font-size:inherit}',
].join('');
