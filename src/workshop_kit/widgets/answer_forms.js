// What a phone writes on and reads of the group, in one file: who has opened one page has loaded it for the others.
import { showLearningList } from "./learning_list.js";
import { showMoment } from "./moment.js";
import { showReflectForm } from "./reflect.js";

const FORMS = { learning_list: showLearningList, moment: showMoment, reflect: showReflectForm };

export default { render: ({ model, el }) => FORMS[model.get("form")](model, el) };
