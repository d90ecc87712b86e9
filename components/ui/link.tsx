"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link inside the app. What is behind it is fetched ahead once it is pointed at, not as soon as it is seen: a
 * screen shows dozens of links, and each page costs the server a session, a membership and a render.
 */
export function Link({ onMouseEnter, onFocus, onTouchStart, ...props }: ComponentProps<typeof NextLink>) {
  const [isNear, setNear] = useState(false);
  return (
    <NextLink
      prefetch={isNear ? null : false}
      onMouseEnter={(event) => {
        setNear(true);
        onMouseEnter?.(event);
      }}
      onFocus={(event) => {
        setNear(true);
        onFocus?.(event);
      }}
      onTouchStart={(event) => {
        setNear(true);
        onTouchStart?.(event);
      }}
      {...props}
    />
  );
}
