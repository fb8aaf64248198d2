"""The kernel spec of stored pages, which needs no file on the disk."""

import sys
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager

NAME = "stored-page"
"""The kernel's name, and its provisioner's."""

_MODULE = "workshop_kit.pages.stored.stand_in"


def stored_page_spec() -> KernelSpec:
    """Return the spec; its command is the stand-in's, the notebook's name is added to it."""
    return KernelSpec(
        argv=[sys.executable, "-P", "-m", _MODULE, "{connection_file}"],
        display_name="Stored page",
        language="python",
        metadata={"kernel_provisioner": {"provisioner_name": NAME}},
    )


class StoredPageSpecs(KernelSpecManager):
    """Finds the kernel of stored pages, and those that are installed."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return the spec of a kernel."""
        if kernel_name == NAME:
            return stored_page_spec()
        return super().get_kernel_spec(kernel_name)

    def find_kernel_specs(self) -> dict[str, Any]:
        """Return the folder of each spec; that of stored pages has none."""
        return {**super().find_kernel_specs(), NAME: ""}
