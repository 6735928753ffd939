package hopfield.spark;

import hopfield.image.Image;
import hopfield.metric.FinalState;
import hopfield.metric.Restoration;
import hopfield.recall.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Puts scored recalls into Parquet, column by column; one file. */
final class MetricsRows extends WriteSupport<ScoredRecall> {
    /** The columns of a file, as {@link MetricsTable#SCHEMA} has them before those of its folders. */
    private static final MessageType COLUMNS = MessageTypeParser.parseMessageType(
            """
            message restoration {
              required int32 image;
              optional int32 label (INTEGER(16,true));
              required int32 network;
              required int32 trial;
              required boolean stored;
              required int32 foreground;
              required float input_similarity;
              required float similarity;
              required float overlap;
              required float iou;
              required boolean exact;
              optional boolean improved;
              optional float ssim;
              required binary became (STRING);
              required int32 nearest;
              optional int32 nearest_label (INTEGER(16,true));
              optional boolean identified;
              optional boolean restored;
              required int32 steps;
              required binary outcome (STRING);
              required float energy;
              required binary noise (STRING);
              required double level;
            }
            """);

    private final String[] names =
            COLUMNS.getFields().stream().map(column -> column.getName()).toArray(String[]::new);
    private final Map<FinalState, Binary> states = new EnumMap<>(FinalState.class);
    private final Map<Outcome, Binary> outcomes = new EnumMap<>(Outcome.class);
    private RecordConsumer consumer;
    private int column;
    private String lastKind = "";
    private Binary kind = Binary.EMPTY;

    MetricsRows() {
        List.of(FinalState.values()).forEach(state -> states.put(state, Binary.fromString(state.label())));
        List.of(Outcome.values()).forEach(outcome -> outcomes.put(outcome, Binary.fromString(outcome.label())));
    }

    @Override
    @SuppressWarnings("deprecation") // abstract all the same
    public WriteContext init(Configuration configuration) {
        return new WriteContext(COLUMNS, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer to) {
        consumer = to;
    }

    @Override
    public void write(ScoredRecall recall) {
        Image image = recall.task().image();
        Restoration r = recall.restoration();
        boolean stored = recall.task().stored();
        column = 0;
        consumer.startMessage();
        integer(image.number());
        label(image.label());
        integer(recall.network());
        integer(recall.task().trial());
        flag(stored);
        integer(r.foreground());
        ratio(r.cue().value());
        ratio(r.restoration().value());
        ratio(r.restoration().overlap());
        ratio(r.restoration().iou());
        flag(r.restoration().exact());
        flagIf(r.improvable(), r.improved());
        ratioIf(!Double.isNaN(r.ssim()), r.ssim());
        text(states.get(r.became()));
        integer(r.nearest().image());
        label(r.nearest().label());
        flagIf(stored, r.identified());
        flagIf(stored, r.restored());
        integer(recall.end().steps());
        text(outcomes.get(recall.end().outcome()));
        ratio(recall.end().energy());
        text(kind(recall.task().noise().kind()));
        level(recall.task().noise().level());
        consumer.endMessage();
    }

    /** A task recalls level after level: rows of one kind follow each other. */
    private Binary kind(String name) {
        if (!name.equals(lastKind)) {
            lastKind = name;
            kind = Binary.fromString(name);
        }
        return kind;
    }

    private void integer(int value) {
        String name = names[column];
        consumer.startField(name, column);
        consumer.addInteger(value);
        consumer.endField(name, column++);
    }

    private void label(int label) {
        if (label == Image.UNLABELLED) {
            column++;
        } else {
            integer(label);
        }
    }

    private void flag(boolean value) {
        String name = names[column];
        consumer.startField(name, column);
        consumer.addBoolean(value);
        consumer.endField(name, column++);
    }

    private void flagIf(boolean defined, boolean value) {
        if (defined) {
            flag(value);
        } else {
            column++;
        }
    }

    private void ratioIf(boolean defined, double value) {
        if (defined) {
            ratio(value);
        } else {
            column++;
        }
    }

    private void ratio(double value) {
        String name = names[column];
        consumer.startField(name, column);
        consumer.addFloat((float) value);
        consumer.endField(name, column++);
    }

    private void level(double value) {
        String name = names[column];
        consumer.startField(name, column);
        consumer.addDouble(value);
        consumer.endField(name, column++);
    }

    private void text(Binary value) {
        String name = names[column];
        consumer.startField(name, column);
        consumer.addBinary(value);
        consumer.endField(name, column++);
    }
}
