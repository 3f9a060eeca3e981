"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks again every few seconds, for two minutes: a payment that is being confirmed shows up by itself. */
export const LookAgain = () => {
  const router = useRouter();
  useEffect(() => {
    let left = 40;
    const timer = window.setInterval(() => {
      left -= 1;
      if (left <= 0) window.clearInterval(timer);
      router.refresh();
    }, 3000);
    return () => window.clearInterval(timer);
  }, [router]);
  return null;
};
