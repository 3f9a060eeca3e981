import { Html } from "./html";

/** One sheet for both pages; logical properties only, so that Arabic needs nothing of its own. Contrast of text is at least 4.5:1. */
export const style = new Html(`<style>
:root{--ink:#1b2130;--soft:#5a6375;--line:#d5dae3;--ground:#f5f6f9;--paper:#fff;--accent:#1f5f5b;--warn:#8a4b00;--bad:#a61b1b;color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans","PingFang SC","Hiragino Sans","Apple SD Gothic Neo",sans-serif}
.banner{background:#ffe9bf;color:#5a3200;text-align:center;padding:.5rem 1rem;font-weight:600;font-size:.9rem}
main{max-width:60rem;margin:0 auto;padding:1.25rem 1rem 3rem;display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem}
main.dashboard{max-width:84rem}
.dashboard td{white-space:nowrap}
@media(min-width:800px){main.two{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:3rem;padding-block-start:3rem}}
h1{font-size:1rem;font-weight:500;color:var(--soft);margin:.75rem 0 .1rem}
h2{font-size:1rem;margin:0 0 .75rem}
.amount{font-size:2.1rem;font-weight:700;letter-spacing:-.02em;margin:0 0 1rem;font-variant-numeric:tabular-nums}
.paper{background:var(--paper);border:1px solid var(--line);border-radius:14px;padding:1.25rem}
.items{list-style:none;margin:0;padding:0}
.items li{display:flex;gap:.75rem;justify-content:space-between;padding:.6rem 0;border-block-end:1px solid var(--line)}
.items small,.hint{color:var(--soft);display:block;font-size:.85rem}
.items b,.sum b{font-variant-numeric:tabular-nums;white-space:nowrap;font-weight:600}
.sum{display:flex;justify-content:space-between;padding-block-start:.75rem;font-weight:600}
label{display:block;font-weight:600;font-size:.9rem;margin:.9rem 0 .3rem}
input,select{inline-size:100%;font:inherit;padding:.7rem .8rem;border:1px solid #8d96a8;border-radius:9px;background:#fff;color:inherit;min-block-size:46px}
input[dir=ltr]{text-align:start}
:focus-visible{outline:3px solid #4d9d98;outline-offset:1px}
[aria-invalid=true]{border-color:var(--bad);border-width:2px}
.wrong{color:var(--bad);font-size:.9rem;margin:.3rem 0 0}
.alert{background:#fdecec;border:1px solid #e6a5a5;color:#7d1414;border-radius:10px;padding:.75rem 1rem;margin:0 0 .5rem}
.alert b{display:block}
.pair{display:grid;grid-template-columns:1fr 1fr;grid-template-rows:auto auto auto;gap:0 .8rem}
.pair>div{display:grid;grid-template-rows:subgrid;grid-row:span 3}
.pair label{align-self:end}
button,.button{display:block;inline-size:100%;border:0;border-radius:10px;background:var(--accent);color:#fff;font:inherit;font-weight:700;padding:.85rem 1rem;margin-block-start:1.25rem;cursor:pointer;text-align:center;text-decoration:none}
button:hover,.button:hover{background:#174946}
a{color:#17494e}
.back{display:inline-block;padding:.4rem 0;font-size:.95rem}
details{margin-block-start:.5rem;border:1px dashed #a7b0c0;border-radius:10px;padding:.25rem .9rem}
summary{cursor:pointer;padding:.55rem 0;font-weight:600;font-size:.95rem}
.tests{list-style:none;padding:0;margin:0 0 .5rem}
.tests a{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.1rem .75rem;padding:.55rem 0;border-block-start:1px solid var(--line);text-decoration:none}
.tests code{font-size:.92rem}
.plain{text-align:center;max-width:30rem;margin:12vh auto 0}
.plain h1{font-size:1.5rem;color:var(--ink);font-weight:700}
table{border-collapse:collapse;inline-size:100%;font-size:.85rem;background:#fff}
td,th{border:1px solid var(--line);padding:.35rem .5rem;text-align:start;vertical-align:top}
.wide{overflow-x:auto}
.wide button{margin:0;padding:.3rem .6rem;font-size:.85rem}
</style>`);
