// Tells the style sheets that script is on, before anything is drawn. Loaded as a file because the security policy allows no inline script.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");
