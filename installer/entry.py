"""Where the frozen program starts."""

import sys

from secondread_desktop.__main__ import main

sys.exit(main())
