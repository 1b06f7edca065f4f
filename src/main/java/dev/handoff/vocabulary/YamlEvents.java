package dev.handoff.vocabulary;

import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Jackson's parser, which besides tells the anchor and the tag of every token: Jackson keeps those of scalars back. */
final class YamlEvents extends YAMLParser {

    private YamlEvents(
            IOContext context, int features, int yamlFeatures, LoaderOptions limits, YAMLFactory factory, Reader in) {
        super(context, features, yamlFeatures, limits, factory.getCodec(), in);
        enable(Feature.EMPTY_STRING_AS_NULL);
    }

    static YamlEvents of(String yaml, LoaderOptions limits) throws IOException {
        return (YamlEvents) new Factory(limits).createParser(yaml);
    }

    /** The anchor that the current token defines. */
    Optional<String> anchor() {
        return isCurrentAlias() || !(_lastEvent instanceof NodeEvent event)
                ? Optional.empty()
                : Optional.ofNullable(event.getAnchor());
    }

    /** The type tag of the current token. */
    Optional<String> tag() {
        if (_lastEvent instanceof ScalarEvent scalar) {
            return Optional.ofNullable(scalar.getTag());
        }
        return _lastEvent instanceof CollectionStartEvent collection
                ? Optional.ofNullable(collection.getTag())
                : Optional.empty();
    }

    private static final class Factory extends YAMLFactory {

        private Factory(LoaderOptions limits) {
            super(limited(limits));
        }

        private static YAMLFactoryBuilder limited(LoaderOptions limits) {
            return YAMLFactory.builder().loaderOptions(limits);
        }

        @Override
        public YAMLParser createParser(String yaml) throws IOException {
            return createParser(new StringReader(yaml));
        }

        @Override
        protected YAMLParser _createParser(Reader in, IOContext context) {
            return new YamlEvents(context, _parserFeatures, _yamlParserFeatures, _loaderOptions, this, in);
        }
    }
}
