// The two forms for answers, in one file: a phone that has opened one of them has loaded the other.
import { showMoment } from "./moment.js";
import { showReflectForm } from "./reflect.js";

const FORMS = { moment: showMoment, reflect: showReflectForm };

export default { render: ({ model, el }) => FORMS[model.get("form")](model, el) };
