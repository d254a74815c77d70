import { connect, type Socket } from "node:net";
import { Answers, type Attack, pause } from "./attack";

const request = (method: string, path: string, host: string, headers = "") =>
  `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n${headers}\r\n`;
const upgrade =
  "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";

/** The first frame of a message of 1 MiB, with half of it. */
const halfMessage = Buffer.concat([
  Buffer.of(0x82, 0xff, 0, 0, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 0),
  Buffer.alloc(2 ** 19),
]);

/** Plain connections: half requests, drips, floods. */
export const connectionAttacks: readonly Attack[] = [
  ...["/", "/healthz", "/docs", "/v1/stream"].map((path) => ({
    name: `upgrade: 375 on ${path}, each with half of a message`,
    run: (url: string, seconds: number) =>
      many(url, seconds, 375, (socket, host) => {
        socket.write(request("GET", path, host, upgrade));
        socket.write(halfMessage);
      }),
  })),
  dripping("upload: 8 that drip", 8, "Content-Length: 1000000\r\n", "x"),
  dripping("upload: 100 that drip", 100, "Content-Length: 1000000\r\n", "x"),
  dripping("upload: 16 that drip in chunks", 16, "Transfer-Encoding: chunked\r\n", "1\r\nx\r\n"),
  {
    name: "upload: 16 just above the least rate",
    run: (url, seconds) =>
      many(url, seconds, 16, (socket, host) => {
        socket.write(request("POST", "/v1/recordings", host, upload("Content-Length: 50000000\r\n")));
        every(0.5, socket, () => socket.write(Buffer.alloc(2 ** 13 + 100)));
      }),
  },
  {
    name: "connections: 1,000 half requests",
    run: (url, seconds) => many(url, seconds, 1000, (socket) => socket.write("GET / HT")),
  },
  {
    name: "connections: requests of /v1/model one behind the other without a pause",
    run: (url, seconds) =>
      many(url, seconds, 1, (socket, host) => {
        const batch = request("GET", "/v1/model", host).repeat(100);
        const more = () => {
          while (socket.writable && socket.write(batch));
        };
        socket.on("drain", () => setImmediate(more));
        more();
      }),
  },
];

function upload(headers: string): string {
  return `Content-Type: audio/wav\r\n${headers}`;
}

function dripping(name: string, count: number, headers: string, drop: string): Attack {
  return {
    name,
    run: (url, seconds) =>
      many(url, seconds, count, (socket, host) => {
        socket.write(request("POST", "/v1/recordings", host, upload(headers)));
        every(0.2, socket, () => socket.write(drop));
      }),
  };
}

function every(seconds: number, socket: Socket, act: () => void): void {
  const timer = setInterval(act, seconds * 1000);
  socket.once("close", () => clearInterval(timer));
}

/**
 * Opens so many connections, keeps them until the time is over; what the service said, by its first
 * line.
 */
async function many(
  url: string,
  seconds: number,
  count: number,
  begin: (socket: Socket, host: string) => void,
): Promise<string> {
  const { hostname, port, host } = new URL(url);
  const answers = new Answers();
  const sockets = Array.from({ length: count }, () => {
    const socket = connect(Number(port), hostname, () => begin(socket, host));
    let answered = false;
    socket.on("data", (data) => {
      if (!answered) answers.add(firstLine(data));
      answered = true;
    });
    socket.on("error", () => {});
    socket.on("close", () => !answered && answers.add("cut"));
    return socket;
  });
  await pause(seconds);
  for (const socket of sockets) socket.removeAllListeners("close").destroy();
  return `${answers}` || "nothing";
}

function firstLine(data: Buffer): string {
  const text = data.toString("latin1");
  const message = /"message":"([^"]*)"/.exec(text)?.[1] ?? "";
  return `${text.slice(9, 12)} ${message}`.trim();
}
