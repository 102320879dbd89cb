// The server under test, started on a free port, and what it logs.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inspect } from 'node:util';

import { start } from './command.mjs';
import { TARGET } from './needed.mjs';
import { PATIENCE, fail, waitFor } from './waiting.mjs';

export const FINISHED = 'step-06-graceful-shutdown';

/** The first server that several tabs can use at a time. */
export const POOL = 'step-05-threadpool';

class Server {
  log = [];
  errors = [];

  /** A step's program, or the one that the environment variable `SERVER` names. */
  async start(step, variables) {
    const command = process.env.SERVER?.split(' ') ?? [join(TARGET, 'debug', step)];
    this.child = start([...command, '127.0.0.1:0'], variables);
    this.exit = new Promise((done) => this.child.on('exit', done));
    this.child.on('error', (error) => this.errors.push(`${error}`));
    createInterface(this.child.stdout).on('line', (line) => this.log.push(line));
    createInterface(this.child.stderr).on('line', (line) => this.errors.push(line));
    const first = await this.waitForLog('Listening on http://');
    this.address = first.replace('Listening on http://', '');
    return this;
  }

  /** The address of a page. */
  url(target) {
    return `http://${this.address}${target}`;
  }

  /** The lines of log so far that have this text. */
  lines(text) {
    return this.log.filter((line) => line.includes(text));
  }

  /** Waits until the log has so many lines with this text, and returns the first of them. */
  async waitForLog(text, count = 1) {
    if (!await waitFor(() => this.lines(text).length >= count)) {
      const came = `${this.lines(text).length} such lines; the last of all stand below`;
      fail('nothing more', `${count} lines of log with "${text}"`, came, 'the calls of log::line');
    }
    return this.lines(text)[0];
  }

  lastLines() {
    return `Its last lines of log: ${inspect(this.log.slice(-15))}
Its last lines on standard error: ${inspect(this.errors.slice(-15))}`;
  }

  /** Serves on: a client gets its page, complete. */
  async servesOn() {
    const client = await Client.connect(this);
    client.ask('/');
    await client.expectPage('whatever happened just before this');
  }

  /** Ctrl-C. */
  interrupt() {
    this.child.kill('SIGINT');
  }

  /** Waits for its end, and expects the exit code 0. */
  async expectCleanExit() {
    const timer = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE);
    const code = await this.exit; // null if a signal ended it
    clearTimeout(timer);
    const lookAt = 'src/shutdown.rs, and who holds a connection';
    if (code !== 0) fail('Ctrl-C', 'the exit code 0', `${code}`, lookAt);
  }

  /** How many threads it has. */
  threads() {
    return Number(/^Threads:\s*(\d+)/m.exec(readFileSync(`/proc/${this.child.pid}/status`))[1]);
  }
}

/** A client that speaks to a server byte by byte. */
export class Client {
  static async connect(server) {
    const client = new Client();
    const { hostname, port } = new URL(server.url('/'));
    client.socket = connect(port, hostname).setTimeout(PATIENCE, () => client.socket.destroy());
    client.end = new Promise((done) => client.socket.on('close', done));
    client.received = '';
    client.socket.on('data', (bytes) => { client.received += bytes; });
    client.socket.on('error', (error) => { client.error = error; });
    await once(client.socket, 'connect');
    client.name = `${client.socket.localAddress}:${client.socket.localPort}`;
    return client;
  }

  ask(target) {
    this.socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  }

  /** Its reply is a page as every page is, and after it comes a clean end. */
  async expectPage(lookAt) {
    await this.end;
    const [head, body = ''] = this.received.split('\r\n\r\n', 2);
    const length = `Content-Length: ${Buffer.byteLength(body)}`;
    const lines = ['HTTP/1.1 200 OK', 'Connection: close', 'Content-Type: text/html; charset=utf-8', length];
    const hasAll = lines.every((line) => head.split('\r\n').includes(line));
    const came = `${this.error ?? 'a clean end'} after ${JSON.stringify(this.received.slice(0, 300))}`;
    if (!hasAll || this.error) fail('GET /', `${lines.join(', ')}, and a clean end`, came, lookAt);
  }
}

/** Lets a visit at a server of its own, which is ended in any case. */
export async function withServer({ step = FINISHED, ...variables }, visit) {
  const server = new Server();
  try {
    await server.start(step, variables);
    await visit(server);
  } catch (error) {
    throw new Error(`${error.message}\n${server.lastLines()}`, { cause: error });
  } finally {
    server.child.kill('SIGKILL');
  }
}

