"""A line to a database that can be slow, silent or cut: a small proxy for TCP."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class SlowLine:
    """Listens on ``port``; ``delay`` is waited for before each piece, and while ``silent`` nothing goes through."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = 0
        self.delay = 0.0
        self.silent = False
        self._writers: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()

    def cut(self) -> None:
        """End every connection at once."""
        self._loop.call_soon_threadsafe(lambda: [writer.transport.abort() for writer in list(self._writers)])

    async def _serve(self, started: threading.Event) -> None:
        server = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        started.set()
        await server.serve_forever()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        self._writers |= {writer, far_writer}
        await asyncio.gather(self._carry(reader, far_writer), self._carry(far_reader, writer))
        self._writers -= {writer, far_writer}

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65536):
                await asyncio.sleep(self.delay)
                while self.silent:
                    await asyncio.sleep(0.1)
                writer.write(data)
                await writer.drain()
        writer.close()

    def run(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        with suppress(asyncio.CancelledError, RuntimeError):
            self._loop.run_until_complete(self._serve(started))

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)


@contextmanager
def slow_line(target: int) -> Iterator[SlowLine]:
    """A line to a port of this machine, until the block ends."""
    line, started = SlowLine(target), threading.Event()
    threading.Thread(target=line.run, args=(started,), daemon=True).start()
    started.wait(10)
    try:
        yield line
    finally:
        line.stop()
