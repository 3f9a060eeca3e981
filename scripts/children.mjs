// Programs that a run starts and must not leave behind. Node alone.
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "./environment.mjs";

const LOG_LIMIT = 20 * 1024 * 1024;

/** When a process was started, in the kernel's ticks: with the number it tells a process from a later one of the same number. Linux only. */
export const startOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ")[19];
  } catch {
    return undefined;
  }
};

/** Whether a process runs and, where the system can tell, is the one that was meant. A zombie does not run. */
export const isRunning = (pid, start) => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  if (process.platform !== "linux") return true;
  if (/^.*\) Z/s.test(existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, "utf8") : ") Z")) return false;
  return start === undefined || startOf(pid) === start;
};

const isGroupAlive = (pid) => {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
};

const signalGroup = (pid, signal) => {
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
};

/** Asks process groups to end, waits for them, and ends those that did not. */
export const endGroups = async (pids, drainSeconds) => {
  for (const pid of pids) signalGroup(pid, "SIGTERM");
  for (const until = Date.now() + drainSeconds * 1000; Date.now() < until && pids.some(isGroupAlive); ) await sleep(50);
  const slow = pids.filter(isGroupAlive);
  for (const pid of slow) signalGroup(pid, "SIGKILL");
  for (const until = Date.now() + 3000; Date.now() < until && slow.some(isGroupAlive); ) await sleep(50);
  return slow;
};

// A log that is kept to two files of 20 MB: a shop that runs for weeks must not fill the disk by talking.
const logTo = (file) => {
  mkdirSync(dirname(file), { recursive: true });
  let size = existsSync(file) ? statSync(file).size : 0;
  return (chunk) => {
    if (size > LOG_LIMIT) {
      renameSync(file, `${file}.1`);
      size = 0;
    }
    appendFileSync(file, chunk);
    size += chunk.length;
  };
};

/**
 * Starts a program in a process group of its own, so that Ctrl-C in the terminal reaches only the supervisor, which ends the programs
 * in order. Output goes to the log and, if wished, to the screen. `ready` resolves with what follows READY on a line of its output.
 */
export const startProgram = ({ name, command = process.execPath, args, env, logFile, echo = false, input = "ignore" }) => {
  const child = spawn(command, args, { cwd: projectRoot, env, detached: true, stdio: [input, "pipe", "pipe"] });
  const write = logTo(logFile);
  const tail = [];
  let announce;
  const announced = new Promise((resolve) => { announce = resolve; });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream.on("data", (chunk) => {
      write(chunk);
      const lines = (rest + chunk).split("\n");
      rest = lines.pop().slice(-4000);
      for (const line of lines) {
        tail.push(line);
        if (tail.length > 30) tail.shift();
        if (/^READY\b/.test(line)) announce(line.slice(5).trim());
        if (echo) console.log(`      ${line}`);
      }
    });
  }
  const program = { name, child, pid: child.pid, start: startOf(child.pid), logFile, lastWords: () => tail.join("\n"), ended: undefined };
  program.exit = new Promise((resolve) => {
    child.once("error", (error) => resolve((program.ended = error.message)));
    child.once("exit", (code, signal) => resolve((program.ended = signal ?? `exit code ${code}`)));
  });
  program.ready = (limitSeconds) => {
    const limit = sleep(limitSeconds * 1000, undefined, { ref: false }).then(() => { throw new Error(`${name} was not ready after ${limitSeconds} s; its log is ${logFile}`); });
    const death = program.exit.then((how) => { throw new Error(`${name} ended before it was ready (${how}).\n${program.lastWords()}`); });
    return Promise.race([announced, death, limit]);
  };
  return program;
};

/** Runs a program to its end; a failure throws with its last words. `onStart` is told of it, so that a signal can end it too. */
export const runProgram = async (options, onStart = () => {}) => {
  const program = startProgram(options);
  onStart(program);
  const how = await program.exit;
  if (how !== "exit code 0") throw new Error(`${options.name} failed (${how}); its log is ${options.logFile}.\n${program.lastWords()}`);
};

/** Where the file of a package's program is. Packages' programs are run with our own Node, not through the shell wrappers in .bin. */
export const programFile = (...path) => join(projectRoot, "node_modules", ...path);
