import pytest

from tests.browser.chromium import Chromium, executable


@pytest.fixture(scope="session")
def browser():
    if executable() is None:
        pytest.skip("no Chromium on this machine: install the package 'chromium' to run the checks in a browser")
    with Chromium() as running:
        yield running
