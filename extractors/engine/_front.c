/* The inner loops of plain.py, compiled. It says what they do; tests hold both equal. Nothing of Arabic. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>

/* Kinds of characters, as in plain.py. */
enum { LETTER = 1, INSIDE = 2, MARK = 4, FINAL = 8, SPACE = 16, INVISIBLE = 32, SIGN = 64, LINE = 128 };

static PyObject *str_match, *str_end, *str_lastgroup, *str_readings, *str_look, *str_definite, *str_definite_look;

/* -- split ------------------------------------------------------------------------------------------------------ */

typedef struct {
    int kind; /* of the string's storage */
    const void *data;
    Py_ssize_t length;
    const unsigned char *kinds; /* of the characters below 65,536 */
} Text;

static int kinds_at(const Text *text, Py_ssize_t at)
{
    Py_UCS4 point = at < text->length ? PyUnicode_READ(text->kind, text->data, at) : 0x10000;
    return point < 0x10000 ? text->kinds[point] : 0;
}

static Py_ssize_t skip(const Text *text, Py_ssize_t at, int kinds)
{
    while (kinds_at(text, at) & kinds)
        at++;
    return at;
}

/* The end of the piece at a place, without the space behind it; -1 where only the pattern tells. */
static Py_ssize_t end_of_piece(const Text *text, Py_ssize_t at)
{
    int first = kinds_at(text, at);
    Py_ssize_t end = at + 1;
    if (first & LINE) {
        while (end < text->length && Py_UNICODE_ISSPACE(PyUnicode_READ(text->kind, text->data, end)))
            end++;
        return end;
    }
    Py_UCS4 next = end < text->length ? PyUnicode_READ(text->kind, text->data, end) : 0;
    if (first & SIGN)
        return next == PyUnicode_READ(text->kind, text->data, at) ? -1 : end;
    if (!(first & LETTER))
        return -1;
    end = skip(text, end, INSIDE | MARK);
    if (end == at + 1 && next == '.')
        return -1;
    if (kinds_at(text, end) & FINAL)
        end = skip(text, end + 1, MARK);
    return kinds_at(text, end) & INVISIBLE ? -1 : end;
}

static Py_ssize_t end_of_match(PyObject *pattern, PyObject *text, Py_ssize_t at)
{
    PyObject *place = PyLong_FromSsize_t(at);
    PyObject *found = place ? PyObject_CallMethodObjArgs(pattern, str_match, text, place, NULL) : NULL;
    Py_XDECREF(place);
    PyObject *end = found ? PyObject_CallMethodNoArgs(found, str_end) : NULL;
    Py_XDECREF(found);
    Py_ssize_t result = end ? PyLong_AsSsize_t(end) : -1;
    Py_XDECREF(end);
    return result;
}

static int append_piece(PyObject *pieces, PyObject *starts, PyObject *text, Py_ssize_t start, Py_ssize_t end)
{
    PyObject *piece = PyUnicode_Substring(text, start, end), *place = PyLong_FromSsize_t(start);
    int failed = !piece || !place || PyList_Append(pieces, piece) || PyList_Append(starts, place);
    Py_XDECREF(piece);
    Py_XDECREF(place);
    return failed ? -1 : 0;
}

static PyObject *front_split(PyObject *module, PyObject *args)
{
    PyObject *string, *pattern;
    Py_buffer kinds;
    if (!PyArg_ParseTuple(args, "UOy*", &string, &pattern, &kinds))
        return NULL;
    PyObject *pieces = PyList_New(0), *starts = PyList_New(0), *result = NULL;
    Text text = {PyUnicode_KIND(string), PyUnicode_DATA(string), PyUnicode_GET_LENGTH(string), kinds.buf};
    if (kinds.len != 0x10000) {
        PyErr_SetString(PyExc_ValueError, "a kind for each of 65,536 characters");
        goto done;
    }
    if (!pieces || !starts)
        goto done;
    for (Py_ssize_t at = 0, end; at < text.length; at = end) {
        end = end_of_piece(&text, at);
        end = end < 0 ? end_of_match(pattern, string, at) : skip(&text, end, SPACE);
        if (end < 0 || append_piece(pieces, starts, string, at, end))
            goto done;
    }
    result = PyTuple_Pack(2, pieces, starts);
done:
    Py_XDECREF(pieces);
    Py_XDECREF(starts);
    PyBuffer_Release(&kinds);
    return result;
}

/* -- columns ---------------------------------------------------------------------------------------------------- */

/* The rows of `keys` in a dict, or what its __missing__ gives. */
static PyObject *rows_of(PyObject *rows, PyObject *keys, Py_ssize_t count)
{
    Py_ssize_t length = PyList_GET_SIZE(keys);
    PyObject *found = PyList_New(length);
    for (Py_ssize_t i = 0; found && i < length; i++) {
        PyObject *key = PyList_GET_ITEM(keys, i), *row = PyDict_GetItemWithError(rows, key);
        if (row)
            Py_INCREF(row);
        else if (PyErr_Occurred() || !(row = PyObject_GetItem(rows, key))) {
            Py_CLEAR(found);
            break;
        }
        PyList_SET_ITEM(found, i, row);
        if (!PyUnicode_Check(row) || PyUnicode_GET_LENGTH(row) != count) {
            PyErr_SetString(PyExc_ValueError, "a row has another number of characters");
            Py_CLEAR(found);
            break;
        }
    }
    return found;
}

static PyObject *column(PyObject *rows, Py_ssize_t place)
{
    Py_ssize_t length = PyList_GET_SIZE(rows);
    Py_UCS4 bits = 0; /* of all characters together, which say how wide the widest is */
    for (Py_ssize_t i = 0; i < length; i++)
        bits |= PyUnicode_READ_CHAR(PyList_GET_ITEM(rows, i), place);
    PyObject *string = PyUnicode_New(length, bits > 0x10FFFF ? 0x10FFFF : bits);
    for (Py_ssize_t i = 0; string && i < length; i++) {
        Py_UCS4 point = PyUnicode_READ_CHAR(PyList_GET_ITEM(rows, i), place);
        PyUnicode_WRITE(PyUnicode_KIND(string), PyUnicode_DATA(string), i, point);
    }
    return string;
}

static PyObject *front_columns(PyObject *module, PyObject *args)
{
    PyObject *rows, *keys;
    Py_ssize_t count;
    if (!PyArg_ParseTuple(args, "O!O!n", &PyDict_Type, &rows, &PyList_Type, &keys, &count))
        return NULL;
    PyObject *found = rows_of(rows, keys, count), *columns = found ? PyList_New(count) : NULL;
    for (Py_ssize_t place = 0; columns && place < count; place++) {
        PyObject *string = column(found, place);
        if (!string)
            Py_CLEAR(columns);
        else
            PyList_SET_ITEM(columns, place, string);
    }
    Py_XDECREF(found);
    return columns;
}

/* -- Openings --------------------------------------------------------------------------------------------------- */

typedef struct {
    PyObject_HEAD
    Py_UCS4 first; /* the least character that a rule begins with, */
    Py_ssize_t size; /* and how many there are from it to the greatest */
    uint16_t *which; /* for each of them its place in `beginnings`, from 1 on; 0 where no rule begins */
    PyObject *beginnings;
} Openings;

static void Openings_dealloc(Openings *self)
{
    PyMem_Free(self->which);
    Py_XDECREF(self->beginnings);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* Borrowed: the characters of one beginning, whose rules are at `place` in `beginnings`; NULL where it is none. */
static PyObject *characters_of(PyObject *beginnings, Py_ssize_t place)
{
    PyObject *beginning = PyList_GET_ITEM(beginnings, place);
    if (PyTuple_Check(beginning) && PyTuple_GET_SIZE(beginning) == 2 &&
        PyUnicode_Check(PyTuple_GET_ITEM(beginning, 0)) && PyTuple_Check(PyTuple_GET_ITEM(beginning, 1)))
        return PyTuple_GET_ITEM(beginning, 0);
    PyErr_SetString(PyExc_TypeError, "a beginning is characters and the numbers of rules");
    return NULL;
}

/* Finds the least and the greatest character. */
static int Openings_measure(Openings *self, PyObject *beginnings)
{
    Py_UCS4 least = 0x10FFFF, greatest = 0;
    for (Py_ssize_t place = 0; place < PyList_GET_SIZE(beginnings); place++) {
        PyObject *characters = characters_of(beginnings, place);
        if (!characters)
            return -1;
        for (Py_ssize_t i = 0; i < PyUnicode_GET_LENGTH(characters); i++) {
            Py_UCS4 point = PyUnicode_READ_CHAR(characters, i);
            least = point < least ? point : least;
            greatest = point > greatest ? point : greatest;
        }
    }
    self->first = least;
    self->size = least > greatest ? 0 : greatest - least + 1;
    return 0;
}

static int Openings_init(Openings *self, PyObject *args, PyObject *kwargs)
{
    PyObject *beginnings, *pattern;
    if (!PyArg_ParseTuple(args, "O!O", &PyList_Type, &beginnings, &pattern))
        return -1;
    if (PyList_GET_SIZE(beginnings) >= UINT16_MAX) {
        PyErr_SetString(PyExc_ValueError, "too many beginnings");
        return -1;
    }
    if (Openings_measure(self, beginnings))
        return -1;
    self->beginnings = PyList_GetSlice(beginnings, 0, PyList_GET_SIZE(beginnings));
    self->which = PyMem_Calloc(self->size + 1, sizeof(uint16_t));
    if (!self->which || !self->beginnings) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t place = 0; place < PyList_GET_SIZE(beginnings); place++) {
        PyObject *characters = PyTuple_GET_ITEM(PyList_GET_ITEM(beginnings, place), 0);
        for (Py_ssize_t i = 0; i < PyUnicode_GET_LENGTH(characters); i++)
            self->which[PyUnicode_READ_CHAR(characters, i) - self->first] = (uint16_t)(place + 1);
    }
    return 0;
}

/* Borrowed: the numbers of the rules that begin with a character; NULL where none does. */
static PyObject *numbers_at(Openings *self, PyObject *classes, Py_ssize_t token)
{
    Py_UCS4 away = PyUnicode_READ_CHAR(classes, token) - self->first;
    uint16_t which = away < (Py_UCS4)self->size ? self->which[away] : 0;
    return which ? PyTuple_GET_ITEM(PyList_GET_ITEM(self->beginnings, which - 1), 1) : NULL;
}

static PyObject *Openings_find(Openings *self, PyObject *args)
{
    PyObject *classes, *numbers;
    Py_ssize_t start, end;
    if (!PyArg_ParseTuple(args, "Unn", &classes, &start, &end))
        return NULL;
    PyObject *found = PyList_New(0);
    for (Py_ssize_t token = start; found && token < end && token < PyUnicode_GET_LENGTH(classes); token++)
        if ((numbers = numbers_at(self, classes, token))) {
            PyObject *place = Py_BuildValue("(nO)", token, numbers);
            if (!place || PyList_Append(found, place))
                Py_CLEAR(found);
            Py_XDECREF(place);
        }
    return found;
}

static int append_place(PyObject *places, PyObject *number, PyObject *place)
{
    PyObject *list = PyDict_GetItemWithError(places, number);
    if (list)
        return PyList_Append(list, place);
    if (PyErr_Occurred() || !(list = PyList_New(0)))
        return -1;
    int failed = PyList_Append(list, place) || PyDict_SetItem(places, number, list);
    Py_DECREF(list);
    return failed ? -1 : 0;
}

/* Adds a token to the places of those of `numbers` that are possible. */
static int add_token(PyObject *places, PyObject *numbers, PyObject *possible, Py_ssize_t token, PyObject *end)
{
    PyObject *place = NULL;
    int failed = 0;
    for (Py_ssize_t i = 0; !failed && i < PyTuple_GET_SIZE(numbers); i++) {
        PyObject *number = PyTuple_GET_ITEM(numbers, i);
        int contains = PySet_Contains(possible, number);
        if (contains > 0 && !place)
            place = Py_BuildValue("(nO)", token, end);
        failed = contains < 0 || (contains && (!place || append_place(places, number, place)));
    }
    Py_XDECREF(place);
    return failed ? -1 : 0;
}

static PyObject *Openings_add(Openings *self, PyObject *args)
{
    PyObject *places, *classes, *end_object, *possible, *numbers;
    Py_ssize_t start;
    if (!PyArg_ParseTuple(args, "O!UnOO!", &PyDict_Type, &places, &classes, &start, &end_object, &PyFrozenSet_Type,
                          &possible))
        return NULL;
    Py_ssize_t end = PyLong_AsSsize_t(end_object), length = PyUnicode_GET_LENGTH(classes);
    if (end == -1 && PyErr_Occurred())
        return NULL;
    for (Py_ssize_t token = start; token < end && token < length; token++)
        if ((numbers = numbers_at(self, classes, token)) && add_token(places, numbers, possible, token, end_object))
            return NULL;
    Py_RETURN_NONE;
}

static PyMethodDef Openings_methods[] = {
    {"add", (PyCFunction)Openings_add, METH_VARARGS, NULL},
    {"find", (PyCFunction)Openings_find, METH_VARARGS, NULL},
    {NULL},
};

static PyTypeObject OpeningsType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "waqai.extractors.engine._front.Openings",
    .tp_basicsize = sizeof(Openings),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = PyType_GenericNew,
    .tp_init = (initproc)Openings_init,
    .tp_dealloc = (destructor)Openings_dealloc,
    .tp_methods = Openings_methods,
};

/* -- Lookup ----------------------------------------------------------------------------------------------------- */

typedef struct {
    PyObject_HEAD
    PyObject *words, *alone, *suffix;
    int article;
    long first, bits_step, set_step;
} Lookup;

static void Lookup_dealloc(Lookup *self)
{
    Py_XDECREF(self->words);
    Py_XDECREF(self->alone);
    Py_XDECREF(self->suffix);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static int Lookup_init(Lookup *self, PyObject *args, PyObject *kwargs)
{
    PyObject *words, *alone, *suffix;
    if (!PyArg_ParseTuple(args, "O!O!Oplll", &PyDict_Type, &words, &PyDict_Type, &alone, &suffix, &self->article,
                          &self->first, &self->bits_step, &self->set_step))
        return -1;
    self->words = Py_NewRef(words);
    self->alone = Py_NewRef(alone);
    self->suffix = Py_NewRef(suffix);
    return 0;
}

/* Borrowed: the number of the set of classes that the ending of a word suggests; NULL where it suggests none. */
static PyObject *by_ending(Lookup *self, PyObject *word)
{
    if (self->suffix == Py_None || !PyUnicode_GET_LENGTH(word) || !Py_UNICODE_ISALPHA(PyUnicode_READ_CHAR(word, 0)))
        return NULL;
    PyObject *found = PyObject_CallMethodOneArg(self->suffix, str_match, word);
    PyObject *name = found && found != Py_None ? PyObject_GetAttr(found, str_lastgroup) : NULL;
    PyObject *number = name ? PyDict_GetItemWithError(self->alone, name) : NULL;
    Py_XDECREF(found);
    Py_XDECREF(name);
    return number;
}

/* Borrowed: the word of a reading; NULL, with an error, where it is none. */
static PyObject *word_of(PyObject *reading)
{
    if (PyTuple_Check(reading) && PyTuple_GET_SIZE(reading) == 2 && PyUnicode_Check(PyTuple_GET_ITEM(reading, 1)))
        return PyTuple_GET_ITEM(reading, 1);
    PyErr_SetString(PyExc_TypeError, "a reading is clitics and a word");
    return NULL;
}

static PyObject *character(Lookup *self, PyObject *bits, PyObject *number)
{
    long point = self->first + PyLong_AsLong(bits) * self->bits_step + PyLong_AsLong(number) * self->set_step;
    return PyErr_Occurred() ? NULL : PyUnicode_FromOrdinal((int)point);
}

/* The character of a form that no row knows. */
static PyObject *guess(Lookup *self, PyObject *form, PyObject *first)
{
    PyObject *reading = self->article ? PyObject_GetAttr(form, str_definite) : Py_NewRef(first);
    PyObject *look = PyObject_GetAttr(form, self->article ? str_definite_look : str_look), *result = NULL;
    PyObject *word = reading && look ? word_of(reading) : NULL;
    if (word) {
        PyObject *number = by_ending(self, word);
        if (!number && !PyErr_Occurred())
            number = PyDict_GetItemWithError(self->alone, look);
        if (number)
            result = character(self, PyTuple_GET_ITEM(reading, 0), number);
        else if (!PyErr_Occurred())
            PyErr_SetObject(PyExc_KeyError, look);
    }
    Py_XDECREF(reading);
    Py_XDECREF(look);
    return result;
}

static PyObject *Lookup_character(Lookup *self, PyObject *form)
{
    PyObject *readings = PyObject_GetAttr(form, str_readings), *result = NULL;
    if (!readings)
        return NULL;
    if (!PyList_Check(readings) || !PyList_GET_SIZE(readings)) {
        PyErr_SetString(PyExc_TypeError, "no readings");
        goto done;
    }
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(readings); i++) {
        PyObject *reading = PyList_GET_ITEM(readings, i), *word = word_of(reading);
        PyObject *number = word ? PyDict_GetItemWithError(self->words, word) : NULL;
        if (number)
            result = character(self, PyTuple_GET_ITEM(reading, 0), number);
        if (number || PyErr_Occurred())
            goto done;
    }
    result = guess(self, form, PyList_GET_ITEM(readings, 0));
done:
    Py_DECREF(readings);
    return result;
}

static PyMethodDef Lookup_methods[] = {
    {"character", (PyCFunction)Lookup_character, METH_O, NULL},
    {NULL},
};

static PyTypeObject LookupType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "waqai.extractors.engine._front.Lookup",
    .tp_basicsize = sizeof(Lookup),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = PyType_GenericNew,
    .tp_init = (initproc)Lookup_init,
    .tp_dealloc = (destructor)Lookup_dealloc,
    .tp_methods = Lookup_methods,
};

/* -- the module ------------------------------------------------------------------------------------------------- */

static PyMethodDef methods[] = {
    {"split", front_split, METH_VARARGS, NULL},
    {"columns", front_columns, METH_VARARGS, NULL},
    {NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "_front", .m_size = -1, .m_methods = methods,
};

static int intern_names(void)
{
    struct {
        PyObject **name;
        const char *written;
    } names[] = {
        {&str_match, "match"},       {&str_end, "end"},   {&str_lastgroup, "lastgroup"},
        {&str_readings, "readings"}, {&str_look, "look"}, {&str_definite, "definite"},
        {&str_definite_look, "definite_look"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!(*names[i].name = PyUnicode_InternFromString(names[i].written)))
            return -1;
    return 0;
}

PyMODINIT_FUNC PyInit__front(void)
{
    PyObject *module = PyModule_Create(&definition);
    if (!module || intern_names() || PyModule_AddType(module, &OpeningsType) || PyModule_AddType(module, &LookupType))
        Py_CLEAR(module);
    return module;
}
