/** The look of a form's page; `--accent` is the form's own. */
export const styles = `
*{box-sizing:border-box}
html{color-scheme:light}
body{margin:0;background:#f4f4f1;color:#1c1c1a;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
body.embed{background:transparent}
main{max-width:32rem;margin:0 auto;padding:2rem 1rem}
.embed main{padding:2px}
.card{background:#fff;border-radius:14px;padding:1.75rem;box-shadow:0 1px 2px rgb(0 0 0/.06),0 8px 24px rgb(0 0 0/.06);border-top:4px solid var(--accent)}
.embed .card{box-shadow:0 0 0 1px rgb(0 0 0/.1);border-top-width:4px}
h1{margin:0 0 .25rem;font-size:1.5rem;line-height:1.25;letter-spacing:-.01em;overflow-wrap:anywhere}
.lead{margin:0 0 1.25rem;color:#5b5b56;white-space:pre-line;overflow-wrap:anywhere}
form{display:grid;gap:1rem;margin-top:1.25rem}
label,legend{display:block;font-weight:600;font-size:.9375rem;margin-bottom:.3rem;padding:0}
fieldset{border:0;margin:0;padding:0}
.star{color:#b3261e;margin-left:.15rem}
input:not([type=checkbox]),textarea,select{width:100%;min-height:44px;padding:.55rem .75rem;font:inherit;color:inherit;background:#fff;border:1px solid #8b8b84;border-radius:9px}
textarea{min-height:6.5rem;resize:vertical}
input:focus-visible,textarea:focus-visible,select:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid color-mix(in srgb,var(--accent) 45%,transparent);outline-offset:1px;border-color:var(--accent)}
[aria-invalid=true]{border-color:#b3261e!important}
.hint{margin:.25rem 0 0;font-size:.875rem;color:#5b5b56}
.fault{margin:.25rem 0 0;font-size:.875rem;color:#b3261e}
.alert{margin:1rem 0 0;padding:.7rem .9rem;border-radius:9px;background:#fdecea;color:#8c1d18}
.tick{display:flex;gap:.6rem;align-items:flex-start;font-weight:400;min-height:32px}
.tick input{width:20px;height:20px;margin:.15rem 0 0;flex:none;accent-color:var(--accent)}
.tick span{overflow-wrap:anywhere}
a{color:var(--accent)}
button{min-height:46px;padding:.6rem 1.25rem;font:inherit;font-weight:600;color:#fff;background:var(--accent);border:0;border-radius:9px;cursor:pointer}
button:hover{filter:brightness(.92)}
.trap{position:absolute;left:-6000px;height:1px;overflow:hidden}
.done{text-align:center;padding:1.5rem 0}
.done svg{width:52px;height:52px;color:var(--accent)}
.done p{margin:.75rem 0 0;font-size:1.125rem;white-space:pre-line;overflow-wrap:anywhere}
`;
