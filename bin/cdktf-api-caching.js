#!/usr/bin/env node
"use strict";

const { version } = require("../package.json");

require("../dist/command-line.js").launch(process, version);
