import { WebSocket } from "ws";
import { Answers, type Attack, pause } from "./attack";

/** What is sent between two looks at the clock, so that a flood is as fast as it can be. */
const burst = 200;
/** Of a flood that the service does not take: no more waits to be sent. */
const mostUnsentBytes = 2 ** 22;

const start = (sampleRate: number, options = {}) =>
  JSON.stringify({ type: "start", sampleRate, format: "s16le", ...options });

/** Clients of /v1/stream that keep to the protocol of WebSocket, if not to its sense. */
export const streamAttacks: readonly Attack[] = [
  paced("stream: one sample a message, 48 kHz in real time", 48000, 1),
  paced("stream: 7 samples a message, 192 kHz in real time", 192000, 7),
  paced("stream: messages of 2 ms, 16 kHz in real time", 16000, 32),
  flood("stream: empty messages as fast as it goes", (socket) => socket.send(Buffer.alloc(0))),
  flood("stream: pings as fast as it goes", (socket) => socket.ping()),
  flood("stream: pongs that nobody asked for", (socket) => socket.pong()),
  flood("stream: text messages as fast as it goes", (socket) => socket.send("{}")),
  flood("stream: messages of 1 MiB as fast as it goes", (socket) => socket.send(noise)),
  flood("stream: speech of 10 ms as fast as it goes", (socket) => socket.send(noise.subarray(0, 320))),
  flood("stream: messages in fragments of one byte", (socket) => {
    for (let i = 0; i < 63; i++) socket.send(Buffer.of(0), { fin: false });
    socket.send(Buffer.of(0));
  }),
  flood("stream: empty fragments without end", (socket) => socket.send(Buffer.alloc(0), { fin: false })),
  {
    name: "stream: a start message of 100,000 brackets",
    run: (url, seconds) => again(url, seconds, (socket) => socket.send("[".repeat(100_000))),
  },
  {
    name: "stream: a start message, 900 brackets deep",
    run: (url, seconds) =>
      again(url, seconds, (socket) => socket.send(`{"type":${"[".repeat(900)}${"]".repeat(900)}}`)),
  },
  {
    name: "stream: opened and left, 20 at a time",
    run: async (url, seconds) => {
      const startAndLeave = (socket: WebSocket) => {
        socket.send(start(16000));
        leave(socket);
      };
      const all = Array.from({ length: 20 }, () => again(url, seconds, startAndLeave));
      return (await Promise.all(all))[0];
    },
  },
  {
    name: "stream: 200 connections that say nothing",
    run: async (url, seconds) => {
      const answers = new Answers();
      const sockets = Array.from({ length: 200 }, () => connected(url, answers));
      await pause(seconds);
      for (const socket of sockets) leave(socket);
      return `${answers}`;
    },
  },
];

/** In [-1, 1) with the level of speech. */
const noise = Buffer.from(
  Int16Array.from({ length: 2 ** 19 }, (_, i) => 8000 * Math.sin(i * i * 0.01) * Math.sin(i / 4000)).buffer,
);

/** Sends a stream in real time, so many samples a message; a new one where it is closed. */
function paced(name: string, sampleRate: number, samples: number): Attack {
  return {
    name,
    run: async (url, seconds) => {
      const answers = new Answers();
      const until = performance.now() + seconds * 1000;
      while (performance.now() < until) {
        const socket = await opened(url, answers);
        socket.send(start(sampleRate));
        const begun = performance.now();
        for (
          let sent = 0;
          socket.readyState === socket.OPEN && performance.now() < until;
          await pause(0.005)
        ) {
          const due = ((performance.now() - begun) / 1000) * sampleRate;
          for (; sent < due; sent += samples)
            socket.send(noise.subarray(2 * (sent % 10_000), 2 * ((sent % 10_000) + samples)));
        }
        leave(socket);
        await pause(0.1);
      }
      return `${answers}` || "taken";
    },
  };
}

/** Sends as fast as the service takes it; a new connection where it is closed. */
function flood(name: string, send: (socket: WebSocket) => void): Attack {
  return {
    name,
    run: async (url, seconds) => {
      const answers = new Answers();
      const until = performance.now() + seconds * 1000;
      while (performance.now() < until) {
        const socket = await opened(url, answers);
        socket.send(start(16000));
        while (socket.readyState === socket.OPEN && performance.now() < until) {
          for (let i = 0; i < burst && socket.bufferedAmount < mostUnsentBytes; i++) send(socket);
          await new Promise(setImmediate);
        }
        leave(socket);
        await pause(0.1);
      }
      return `${answers}` || "taken";
    },
  };
}

/** Opens a connection, sends, and waits for its end; again until the time is over. */
async function again(url: string, seconds: number, send: (socket: WebSocket) => void): Promise<string> {
  const answers = new Answers();
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const socket = await opened(url, answers);
    const closed = new Promise((resolve) => socket.once("close", resolve));
    if (socket.readyState === socket.OPEN) send(socket);
    await Promise.race([closed, pause(2)]);
    leave(socket);
    await pause(0.02);
  }
  return `${answers}`;
}

function connected(url: string, answers: Answers): WebSocket {
  const socket = new WebSocket(`${url.replace("http", "ws")}/v1/stream`);
  let told = false;
  const tell = (answer: string) => {
    if (!told) answers.add(answer);
    told = true;
  };
  socket.on("error", (error) => tell(`refused: ${error.message}`));
  // A flood's connection stays half closed for a while: its reason comes before its end.
  socket.on("message", (data) => {
    const { type, code, message } = JSON.parse(String(data));
    if (type === "error") tell(`${code} ${message}`);
  });
  socket.on("close", (code, reason) => tell(code === 1006 ? "cut" : `${code} ${reason}`.trim()));
  return socket;
}

/** Goes away without a word; what comes of it is no answer. */
function leave(socket: WebSocket): void {
  socket.removeAllListeners("close");
  socket.terminate();
}

async function opened(url: string, answers: Answers): Promise<WebSocket> {
  const socket = connected(url, answers);
  await new Promise((resolve) => {
    socket.once("open", resolve);
    socket.once("close", resolve);
  });
  return socket;
}
