import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What a proxy does with what the client says, besides passing it on. */
export type OnClientData = (data: Buffer, pair: { readonly client: Socket }) => void;

/** A way to a PostgreSQL that can be broken as a network breaks. */
export type TcpProxy = {
  /** The address of the database by way of the proxy. */
  readonly url: string;
  /** Resets every connection; new ones are taken. */
  readonly cut: () => void;
  /** Takes no more connections, and resets those that there are. */
  readonly shut: () => Promise<void>;
  /** Takes connections again at the same address. */
  readonly reopen: () => Promise<void>;
  /** Swallows whatever the database says from now on, on the connections that there are. */
  readonly silence: () => void;
  /** Called with everything that clients say, before it is passed on. */
  onClientData: OnClientData;
};

/** Puts a proxy on loopback in front of a PostgreSQL. */
export async function startTcpProxy(targetUrl: string): Promise<TcpProxy> {
  const target = new URL(targetUrl);
  const pairs = new Set<{ readonly client: Socket; readonly database: Socket }>();
  const server = createServer((client) => {
    const database = connect(parseInt(target.port, 10), target.hostname);
    const pair = { client, database };
    pairs.add(pair);
    client.on('data', (data) => {
      proxy.onClientData(data, pair);
      database.write(data);
    });
    database.on('data', (data) => void client.write(data));
    for (const socket of [client, database]) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        pairs.delete(pair);
        client.destroy();
        database.destroy();
      });
    }
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return address === null || typeof address === 'string' ? 0 : address.port;
  };
  const port = await listen(0);
  const url = new URL(targetUrl);
  url.host = `127.0.0.1:${port}`;
  const cut = (): void => {
    for (const { client } of pairs) client.resetAndDestroy();
  };
  const proxy: TcpProxy = {
    url: url.href,
    cut,
    shut: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
    reopen: async () => void (await listen(port)),
    silence: () => {
      for (const { database } of pairs) database.removeAllListeners('data').resume();
    },
    onClientData: () => undefined,
  };
  return proxy;
}
