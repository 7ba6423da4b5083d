/** The style of the HTML report: inside the file, so that a saved copy needs nothing else. `REPORT_STYLE_HASH` admits it in the page's policy. */
export const REPORT_STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#111;font:16px/1.5 "IBM Plex Sans Variable","IBM Plex Sans",system-ui,"Segoe UI",sans-serif;font-variant-numeric:tabular-nums lining-nums}
nav{display:flex;flex-wrap:wrap;gap:4px 20px;padding:12px 24px;background:#edf0f4;border-bottom:1px solid #d3d9e1}
nav a{padding:4px 0;min-height:24px;color:#0b5d6e}nav a[aria-current]{font-weight:600;color:#111;text-decoration:none}
a{color:#0b5d6e}a:focus-visible,.scroll:focus-visible{outline:3px solid #1558c0;outline-offset:2px}
.sheet{width:100%;max-width:860px;margin:0 auto;border-collapse:collapse;table-layout:fixed}.sheet>*>tr>td{padding:0 24px}
.page-head,.page-foot{color:#475261;font-size:13px;line-height:1.4;padding:12px 0;overflow-wrap:anywhere}
.page-head{border-bottom:1px solid #d3d9e1}.page-foot{border-top:1px solid #d3d9e1;margin-top:24px}
main{overflow-wrap:anywhere}
h1{font-size:26px;line-height:1.3;margin:20px 0 8px}h2{font-size:20px;line-height:1.4;margin:28px 0 8px}h3{font-size:17px;margin:20px 0 8px}h4{font-size:16px;margin:0 0 4px}
p{margin:0 0 8px;max-width:72ch}.strong{font-weight:600}.small{font-size:13px;color:#475261}
ul,ol{margin:0 0 8px;padding-left:24px}li{margin:2px 0;unicode-bidi:isolate}
.findings,.boxes,.blanks{list-style:none;padding:0}.findings>li,.boxes>li{display:flex;gap:8px;margin:6px 0}.findings div,.boxes div{min-width:0}
.mark{flex:none;margin-top:5px}h4 .mark{vertical-align:-1px;margin:0}
.finding{margin:0 0 16px;padding:0 0 8px;border-bottom:1px solid #d3d9e1}
dl{margin:0}dl>div{display:grid;grid-template-columns:150px minmax(0,1fr);gap:12px;padding:2px 0}dt{font-weight:600}dd{margin:0;unicode-bidi:isolate}dd ul{padding-left:18px}
.blanks li{display:flex;gap:8px;align-items:flex-end;min-height:30px}.blanks li::after{content:"";flex:1;max-width:320px;border-bottom:1px solid #111}
.notice{border:2px solid #111;padding:12px 16px;margin:16px 0}.notice h2{margin-top:0}
.scroll{overflow-x:auto}.scroll table{border-collapse:collapse;width:100%}caption{text-align:left;font-size:13px;color:#475261;padding:4px 0}
.scroll th,.scroll td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid #d3d9e1;min-width:96px;font-weight:400;unicode-bidi:isolate}.scroll thead th{font-weight:600;font-size:13px}
figure{margin:0 0 8px}.drawing{overflow-x:auto}.drawing svg{max-width:100%;height:auto;font-family:inherit}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.for-patient{font-size:18px}.for-patient h2{font-size:22px}
@media(max-width:600px){.sheet>*>tr>td{padding:0 16px}dl>div{grid-template-columns:1fr;gap:0}}
@page{margin:18mm;@bottom-right{content:"page " counter(page) " of " counter(pages);font:8pt sans-serif}}
@media print{nav{display:none}body{font-size:10pt;line-height:1.4}.for-patient{font-size:12pt}.sheet{max-width:none}.sheet>*>tr>td{padding:0}.sheet thead{display:table-header-group}.sheet tfoot{display:table-footer-group}h1{font-size:16pt;margin-top:8pt}h2{font-size:12pt;margin-top:10pt}h3,h4{font-size:10.5pt}.for-patient h2{font-size:14pt}.page-head,.page-foot,.small,caption{font-size:8pt}h1,h2,h3,h4{break-after:avoid}li,tr tr,.finding,figure,.notice{break-inside:avoid}.new-page{break-before:page}.scroll{overflow:visible}a{color:#111;text-decoration:none}}
`;

/** SHA-256 of the style, for the content security policy of the report's page. */
export const REPORT_STYLE_HASH = "sha256-DG8O1ET/XwPBHIwod8fvZWRqf4XhM1SgkDLnqEAeWws=";
