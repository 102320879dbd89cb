// The files of the page "Deployment" do what the page says.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { connect } from 'node:tls';

import { run, start, withFolder } from './lib/command.mjs';
import { deployed, fitted, image, readersProject, staticServer, steps, succeed } from './lib/deploy.mjs';
import { withServer } from './lib/server.mjs';
import { fail, waitFor } from './lib/waiting.mjs';

const PAGE = '<h1>Hello. This page is yours.</h1>';

/** Writes what nginx needs around the page's file, and returns the path of it. No port is chosen: it
 * listens on a file. */
async function configure(folder, server) {
  const key = ['-keyout', join(folder, 'server.key'), '-out', join(folder, 'server.crt')];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  await succeed(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...key, ...name], 'openssl');
  const site = fitted('nginx.conf', folder, {
    'listen 443': `listen unix:${folder}/socket`, '/etc/nginx': folder, '127.0.0.1:7878': server.address,
  });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const paths = temporary.map((what) => `${what}_temp_path ${folder}/${what};`).join(' ');
  const main = join(folder, 'main.conf');
  writeFileSync(main, `daemon off; pid ${folder}/pid; error_log stderr;
    ${process.getuid() === 0 ? 'user root;' : ''}
    events {} http { access_log off; ${paths} include ${site}; }`);
  return main;
}

/** nginx with the page's file in front of a server. */
async function withProxy(server, visit) {
  await withFolder(async (folder) => {
    const nginx = start(['nginx', '-e', 'stderr', '-c', await configure(folder, server)]);
    const said = [];
    nginx.stderr.on('data', (bytes) => said.push(`${bytes}`));
    const end = once(nginx, 'close');
    try {
      await waitFor(async () => (await curl(folder, [])).code === 0);
      await visit(folder);
    } catch (error) {
      throw new Error(`${error.message}\nnginx says: ${said.join('')}`, { cause: error });
    } finally {
      nginx.kill('SIGTERM');
      await end;
    }
  });
}

function curl(folder, words) {
  const proxy = ['--unix-socket', join(folder, 'socket'), '--cacert', join(folder, 'server.crt')];
  return run(['curl', '-sS', '--max-time', '20', ...proxy, ...words, 'https://localhost/']);
}

test('deploy: nginx speaks https and HTTP/2 in front of the server', () => withServer({}, async (server) => {
  await withProxy(server, async (folder) => {
    const { output, errors } = await curl(folder, ['-i']);
    const isRight = output.startsWith('HTTP/2 200') && output.includes(PAGE);
    if (!isRight) fail('curl https', 'HTTP/2 200 and the page', output + errors, 'book/deploy/nginx.conf');
  });
}));

// The slow one is first, and the server hears only of those who are complete.
test('deploy: nginx keeps slow clients to itself', () => withServer({}, async (server) => {
  await withProxy(server, async (folder) => {
    const count = server.lines(' connected').length;
    const slow = connect({ path: join(folder, 'socket'), rejectUnauthorized: false });
    await once(slow, 'secureConnect');
    slow.write('GET / HTTP/1.1\r\nHost: loc');
    assert.equal((await curl(folder, [])).code, 0);
    await server.waitForLog(' connected', count + 1);
    slow.destroy();
    assert.equal(server.lines(' connected').length, count + 1, 'the server has heard of the slow client');
  });
}));

test('deploy: nginx answers 502 when the server has stopped', () => withServer({}, async (server) => {
  await withProxy(server, async (folder) => {
    server.interrupt();
    await server.expectCleanExit();
    assert.equal((await curl(folder, ['-o', join(folder, 'page'), '-w', '%{http_code}'])).output, '502');
  });
}));

// It is run on a system of its own only by hand. Here systemd reads it, and finds nothing to say.
test('deploy: systemd understands the unit', () => withFolder(async (folder) => {
  const program = await staticServer();
  const unit = fitted('server.service', folder, { '/usr/local/bin/server': program });
  assert.equal(await succeed(['systemd-analyze', 'verify', unit], 'book/deploy/server.service'), '');
}));

// What is in the image is enough: the server has no other file in its whole world. As process 1 of a
// container it is run only by hand.
test('deploy: the image has all that the server needs', () => withFolder(async (folder) => {
  const command = await image(folder, deployed('Containerfile'));
  process.env.SERVER = command.join(' ');
  try {
    await withServer({}, async (server) => {
      await server.servesOn();
      server.child.kill('SIGTERM');
      await server.expectCleanExit();
      await server.waitForLog('Stopped');
    });
  } finally {
    delete process.env.SERVER;
  }
}));

test('deploy: the steps of the workflow pass for a reader\'s project', () => withFolder(async (folder) => {
  await readersProject(folder);
  const commands = steps(deployed('ci.yml'));
  assert.equal(commands.length, 5, 'the commands that this check finds in book/deploy/ci.yml');
  for (const command of commands) {
    const where = `cd "$0"; export CARGO_TARGET_DIR="$0/target"; ${command}`;
    await succeed(['bash', '-e', '-c', where, folder], `book/deploy/ci.yml: ${command}`);
  }
}));
