// A file to the room, with its progress: fetch() does not tell how much of a body has gone.
import { xsrfToken } from "./room.js";
import { RoomError } from "./room_error.js";

/** Send a file by PUT and return the room's answer. `progressed` hears parts from 0 to 1. */
export function sendFile(room, rest, file, progressed) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const over = (settle, value) => {
      room.live.delete(request);
      settle(value);
    };
    const lost = () => over(reject, new RoomError(0, room.left ? "left" : "unreachable"));
    request.upload.onprogress = ({ loaded, total }) => progressed(total ? loaded / total : 0);
    request.onload = () => {
      const said = request.response || {};
      if (request.status === 200 && request.response) over(resolve, said);
      else over(reject, new RoomError(request.status, said.error || "http", said.message || ""));
    };
    request.onerror = request.onabort = lost;
    request.open("PUT", room.address(rest));
    request.responseType = "json";
    request.setRequestHeader("X-XSRFToken", xsrfToken());
    room.live.add(request); // leaving the page breaks it off, as it does every request
    request.send(file);
  });
}
