"""Worker processes that end with the process that started them, however that ends.

``python -m orderode.workers PARENT MODULE WORDS`` runs a module like that."""

from __future__ import annotations

import os
import runpy
import sys
import threading
import time

__all__ = ["end_with"]

LOOK = 0.2  # seconds between two looks


def end_with(parent: int) -> None:
    """Called in a worker when it starts: it ends soon after its ``parent`` has.

    A worker waits for work on a pipe that other workers hold open, too; without this a killed
    parent would leave them waiting for ever.
    """

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK)
        os._exit(1)

    if os.name == "posix":  # elsewhere the number of a parent stays when it is gone
        threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    end_with(int(sys.argv[1]))
    del sys.argv[:2]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
