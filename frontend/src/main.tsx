import "./kit/style/index.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { sendSignedIn } from "./accounts/endedSignIn";
import { WhoTypesHere } from "./accounts/WhoTypesHere";
import { Refusal, sendBy } from "./kit/api";
import { recall } from "./kit/kept";
import { fetchLanguage, LanguageProvider } from "./kit/language";
import { router } from "./router";

const waits = (error: unknown) => error instanceof Refusal && error.status === 503;
const client = new QueryClient({
  defaultOptions: {
    mutations: { networkMode: "always" },
    queries: {
      // Without a network there may still be what was said last.
      networkMode: "always",
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      // While the model starts, or in a crowd, the page asks again by itself; not all at the same moment.
      retry: (times, error) => waits(error) && times < 60,
      retryDelay: () => 3_000 + Math.random() * 3_000,
    },
  },
});

sendBy(sendSignedIn(client));

// Links to the page before this one named the posting behind a hash.
const old = /^#\/(postings\/\d+)$/.exec(location.hash);
if (old) history.replaceState(null, "", `/${old[1]}`);

const draw = () =>
  createRoot(document.getElementById("root") as HTMLElement).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <WhoTypesHere>
            <RouterProvider router={router} />
          </WhoTypesHere>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );

void fetchLanguage(recall("language")).then(draw, draw);
