"""Chromium by its driver's protocol (W3C WebDriver), without a library."""

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars"
    " --disable-background-networking --disable-component-update --disable-sync"
).split()


class Browser:
    """A session; ``with Browser(folder) as browser``: the profile goes to the folder."""

    def __init__(self, profile):
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        missing = [x for x in ("chromedriver",) if not shutil.which(x)]
        if missing or not chromium:
            pytest.skip(f"{' and '.join(missing) or 'chromium'} not found")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            ["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        options = {"binary": chromium, "args": [*FLAGS, f"--user-data-dir={profile}"]}
        wanted = {
            "timeouts": {"script": 110_000},
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"},
        }
        body = {"capabilities": {"alwaysMatch": wanted}}
        self.session = ""
        for _ in range(60):
            try:
                self.session = "/session/" + self._call("POST", "/session", body)["sessionId"]
                break
            except urllib.error.URLError:
                time.sleep(0.5)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self._call("DELETE", self.session)
        finally:
            self.process.terminate()
            self.process.wait()

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, method=method)
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.loads(answer.read())["value"]

    def open(self, path, width=1280, height=1000, scheme="light"):
        self.command(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": scheme}],
        )
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.command("Emulation.setDeviceMetricsOverride", **size)
        self._call("POST", self.session + "/url", {"url": path.as_uri()})

    def command(self, name, **parameters):
        """One of the browser's own protocol."""
        body = {"cmd": name, "params": parameters}
        return self._call("POST", self.session + "/goog/cdp/execute", body)

    def run(self, script, *arguments):
        """What the body of a function returns."""
        body = {"script": script, "args": list(arguments)}
        return self._call("POST", self.session + "/execute/sync", body)

    def run_async(self, script, *arguments):
        """What the body of a function gives to its last argument, a function."""
        body = {"script": script, "args": list(arguments)}
        return self._call("POST", self.session + "/execute/async", body)

    def complaints(self):
        """What the console got."""
        found = self._call("POST", self.session + "/se/log", {"type": "browser"})
        return [x["message"] for x in found if x["level"] in ("SEVERE", "WARNING")]
