# Shared by ./run and ./test: the environment in .venv, from hashed requirement files, and the design assets. Sourced, not run.

stop_with() { echo "$1" >&2; exit 1; }

find_python() {
  local name
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"; return
    fi
  done
  stop_with "Sooner needs Python 3.11 or newer, and none was found. Install it (on Debian: apt-get install python3 python3-venv) and run this again."
}

port_is_free() {
  local python; python=$(find_python)
  "$python" -c '
import socket, sys
port = sys.argv[1]
if not port.isdigit() or not 0 < int(port) < 65536:
    sys.exit(f"PORT is {port!r}. Write a number from 1 to 65535, such as PORT=8000.")
with socket.socket() as probe:
    if probe.connect_ex(("127.0.0.1", int(port))) == 0:
        sys.exit(f"Port {port} is in use by another program. Choose another one: PORT={int(port) + 1} ./run")
' "$1" || exit 1
}

disk_has_room() {
  local free; free=$(df -Pk . | awk 'NR==2 {print $4}')
  [ "$free" -ge 1000000 ] || stop_with "Only $((free / 1024)) MB are free on this disk and setting up needs about 1,000 MB. Make room and run this again."
}

# prepare_environment service|dev: installs what requirements/NAME.txt locks, once for each content of that file.
prepare_environment() {
  local wanted stamp=".venv/installed-$1.txt"
  wanted=$(cat "requirements/$1.txt" pyproject.toml requirements/tools.txt | cksum)
  if [ ! -x .venv/bin/python ] || [ ! -x .venv/bin/uv ] || [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    disk_has_room
    install_environment "$1"
    echo "$wanted" > "$stamp"
  fi
  .venv/bin/python tools/build_assets.py >/dev/null
}

install_environment() {
  local python; python=$(find_python)
  echo "Setting up the environment in .venv (once; about a minute)..."
  if [ ! -x .venv/bin/python ]; then
    "$python" -m venv .venv 2>/dev/null || { rm -rf .venv; stop_with "Python's venv module is missing. Install it (on Debian: apt-get install python3-venv) and run this again."; }
  fi
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/tools.txt 2> .venv/setup.log ||
    stop_with "The installer could not be fetched: $(tail -n 1 .venv/setup.log). Check the network and the disk, then run this again."
  VIRTUAL_ENV=.venv .venv/bin/uv pip install --quiet --require-hashes -r "requirements/$1.txt" 2> .venv/setup.log ||
    stop_with "A Python package could not be installed: $(tail -n 1 .venv/setup.log). Check the network and the disk, then run this again."
  VIRTUAL_ENV=.venv .venv/bin/uv pip install --quiet --no-deps --no-build-isolation --editable . 2> .venv/setup.log ||
    stop_with "Sooner itself could not be installed: $(tail -n 1 .venv/setup.log)."
}
