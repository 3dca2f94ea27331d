/** How the page looks that lies in the archive: to be read on a phone, a laptop and paper, by day and by night. */
export const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.6 Charter, 'Iowan Old Style', Georgia, serif; }
body { margin: 0; }
main { max-width: 66ch; margin: auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6, .nth, table, small { font-family: system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.2; }
h2 { margin-top: 3rem; }
p, .text, td { white-space: pre-line; }
.item { margin: 0.25rem 0; padding-inline-start: 1rem; border-inline-start: 2px solid; }
.notes { list-style: none; padding-inline-start: 1.25rem; }
main > .notes { padding-inline-start: 0; }
.notes li { margin: 0.4rem 0; }
.nth { font-size: 0.8rem; text-decoration: none; }
:target { outline: 2px solid; outline-offset: 4px; }
img { display: block; max-width: 100%; height: auto; margin: 0.75rem 0; background: #fff; }
.wide { overflow-x: auto; }
img[src$='.svg'] { width: 100%; }
table { border-collapse: collapse; font-size: 0.9rem; overflow-wrap: break-word; }
th, td { padding: 0.3rem 0.75rem; border-bottom: 1px solid; text-align: start; vertical-align: top; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
@page { margin: 20mm 18mm 22mm; @bottom-center { content: counter(page) ' / ' counter(pages); font: 9pt system-ui, sans-serif; } }
@media print {
  :root { color-scheme: light; font-size: 11pt; }
  main { max-width: none; padding: 0; }
  a { color: inherit; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  li, tr, img { break-inside: avoid; }
  .notes li:has(.notes) { break-inside: auto; }
  img { max-height: 11cm; }
  img[src$='.svg'] { width: auto; max-height: 8cm; }
}
`;
