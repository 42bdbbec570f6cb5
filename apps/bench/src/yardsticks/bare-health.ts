import { Hono } from 'hono';
import { serveBare } from './serve-bare.ts';

// A server that does nothing, to compare how long the start takes.
serveBare(new Hono().get('/health', ({ json }) => json({ status: 'ok' })));
