#!/usr/bin/env node
import './denytrace.cjs';
