"""Runs cells in a kernel as any Jupyter front does and prints what came, as JSON.

Usage: kernel-session.fixture.py KERNEL.cjs, with a JSON list on stdin: each item is a list of cells that are sent at once.
"""

import json
import sys

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec


def messages_of(client, ids):
    """Every message about the requests, until each has been answered and the kernel is idle again."""
    replies = {}
    while len(replies) < len(ids):
        reply = client.get_shell_msg(timeout=40)
        if reply["parent_header"].get("msg_id") in ids:
            replies[reply["parent_header"]["msg_id"]] = reply["content"]
    told = {id: [] for id in ids}
    idle = 0
    while idle < len(ids):
        message = client.get_iopub_msg(timeout=40)
        id = message["parent_header"].get("msg_id")
        if id not in told:
            continue
        idle += message["content"].get("execution_state") == "idle"
        told[id].append({"type": message["msg_type"], "content": message["content"]})
    return [{"reply": replies[id], "messages": told[id]} for id in ids]


def run(client, manager, cells):
    ids = [client.execute(cell["code"], stop_on_error=cell.get("stop", True)) for cell in cells]
    if any("interrupt" in cell for cell in cells):
        while client.get_iopub_msg(timeout=40)["msg_type"] != "stream":
            pass
        manager.interrupt_kernel()
    return messages_of(client, ids)


manager = KernelManager()
manager._kernel_spec = KernelSpec(argv=["node", sys.argv[1], "{connection_file}"], interrupt_mode="signal")
manager.start_kernel()
client = manager.client()
client.start_channels()
try:
    client.wait_for_ready(timeout=60)
    answers = [run(client, manager, cells) for cells in json.load(sys.stdin)]
    code = "const twice = Math.ma"
    completion = client.complete(code, len(code), reply=True, timeout=60)["content"]
    inspection = client.inspect("Math.max(1)", 6, reply=True, timeout=60)["content"]
    print(json.dumps({"answers": answers, "completion": completion, "inspection": inspection}))
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
