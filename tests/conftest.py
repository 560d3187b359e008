"""What all tests share: no deadlines on a busy machine, and where the shared data is."""

import os

from hypothesis import settings

settings.register_profile("push", deadline=None, max_examples=60, derandomize=True)
settings.register_profile("soak", deadline=None, max_examples=2_000)
settings.load_profile("soak" if os.environ.get("COUNTERCLAIM_SOAK") else "push")
