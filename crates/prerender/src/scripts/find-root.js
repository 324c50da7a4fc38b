// A host shows this page at any depth, so it names no root of its own.
seek("GUIDE_STYLE", "INTEGRITY_STYLE", "GUIDE_START", "INTEGRITY_START");
