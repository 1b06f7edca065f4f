package bench.figures;

import java.util.List;

/** Something that is measured. */
public interface Figure {

    /** By what it is asked for. */
    String name();

    /** Measures it, and gives a row for each thing that was found. */
    List<Row> measure(Measuring measuring) throws Exception;
}
