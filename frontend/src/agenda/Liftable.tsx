import { useDraggable } from "@dnd-kit/core";
import type { PointerEvent, ReactNode } from "react";

interface Given {
  /** Selects what can be dragged. */
  what: string;
  /** Whether what is under the pointer may be dragged; it is the one that moves then. */
  lift: (element: HTMLElement) => boolean;
  children: ReactNode;
}

/** One handle for everything inside that can be dragged: hundreds of them make a board slow to draw. */
export function Liftable({ what, lift, children }: Given) {
  const { listeners, setNodeRef } = useDraggable({ id: what });
  const onPointerDown = (event: PointerEvent) => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>(what) : null;
    if (!element || !lift(element)) return;
    // What follows the pointer has its size and begins where it stands.
    setNodeRef(element);
    listeners?.onPointerDown?.(event);
  };
  return (
    <div className="board-scroll" onPointerDown={onPointerDown}>
      {children}
    </div>
  );
}
